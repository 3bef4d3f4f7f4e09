// The whole of `npm test`: every stage runs whatever failed before it, and the last line counts them all.
// `npm test -- laws lint` runs only the stages named. End to end the core tests are run and the others skipped, which take a
// quarter of an hour on two cores, but in CI and by `npm test -- all`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { handOn } from './browser.mjs';
import { findBrowser } from './findBrowser.mjs';
import { sizes } from './sizes.mjs';
import { FAILED, inWords, PASSED, playwrightTally, sum, vitestTally, withCrash } from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */

const root = fileURLToPath(new URL('../../', import.meta.url));
process.chdir(root);
const REPORTS = 'node_modules/.cache/reports';
const STAGE_LIMIT_MS = 20 * 60_000;

/** Looked for once, when a stage first needs it.
 * @type {Promise<import('./browser.mjs').Browser> | undefined} */
let browser;

/** What to run, in order; each gives its count.
 * @type {Record<string, () => Tally | Promise<Tally>>} */
const stages = {
  types: () => check('tsc'),
  lint: () => check('biome', 'check'),
  'dead-code': () => check('knip'),
  build: () => check('vite', 'build', '--logLevel', 'warn'),
  sizes: checkSizes,
  laws: () => vitest('laws'),
  golden: () => vitest('golden'),
  browser: async () => vitest('browser', await browserForTests()),
  e2e: endToEnd,
};

const ALL = 'all';
const words = process.argv.slice(2);
const all = Boolean(process.env.CI) || words.includes(ALL);
const wanted = words.filter((name) => name !== ALL);
const unknown = wanted.filter((name) => !(name in stages));
if (unknown.length > 0) {
  console.error(
    `No stage ${unknown.join(', ')}; there are ${Object.keys(stages).join(', ')}, and ${ALL} for every test of them.`,
  );
  process.exit(1);
}

/** @type {{ name: string, tally: Tally, seconds: number }[]} */
const results = [];
for (const [name, run] of Object.entries(stages)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n── ${name} ${'─'.repeat(70 - name.length)}`);
  const start = performance.now();
  const tally = await outcome(run);
  results.push({ name, tally, seconds: (performance.now() - start) / 1000 });
}

const total = sum(results.map(({ tally }) => tally));
console.log(`\n── summary ${'─'.repeat(63)}`);
for (const { name, tally, seconds } of results) {
  console.log(`${name.padEnd(10)} ${inWords(tally).padEnd(40)} ${seconds.toFixed(1).padStart(6)} s`);
}
console.log(`\n${inWords(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** @param {() => Tally | Promise<Tally>} run */
async function outcome(run) {
  try {
    return await run();
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    return FAILED;
  }
}

/** A tool that is right or wrong as a whole.
 * @param {string} tool @param {string[]} args */
function check(tool, ...args) {
  const good = spawn(tool, args);
  console.log(good ? 'good' : `${tool} found faults`);
  return good ? PASSED : FAILED;
}

/** One count for every size that has a limit. */
function checkSizes() {
  needsBuild();
  const measured = sizes('dist');
  for (const { what, kB, limit } of measured) {
    const verdict = limit === undefined ? '' : `   limit ${limit} kB${kB > limit ? ': TOO LARGE' : ''}`;
    console.log(`${kB.toFixed(1).padStart(8)} kB  ${what}${verdict}`);
  }
  return sum(measured.flatMap(({ kB, limit }) => (limit === undefined ? [] : kB <= limit ? PASSED : FAILED)));
}

/** @param {string} project @param {Record<string, string>} env */
function vitest(project, env = {}) {
  const report = reportFile(project);
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  return counted(spawn('vitest', args, env), report, vitestTally);
}

async function endToEnd() {
  needsBuild();
  const report = reportFile('e2e');
  const depth = all ? {} : { CORE_ONLY: 'yes' };
  const env = { ...(await browserForTests()), ...depth, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const endedWell = spawn('playwright', ['test', '--reporter=list,json', '--pass-with-no-tests'], env);
  return counted(endedWell, report, playwrightTally);
}

/** @template R @param {boolean} endedWell @param {string} report @param {(report: R) => Tally} count */
function counted(endedWell, report, count) {
  const tally = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : undefined;
  const result = withCrash(tally, endedWell);
  if (sum([result]).passed + result.failed + result.skipped === 0) console.log('No tests here yet.');
  return result;
}

/** An empty place for a tool's JSON report, so that none is read from an earlier run.
 * @param {string} stage */
function reportFile(stage) {
  mkdirSync(REPORTS, { recursive: true });
  const report = `${REPORTS}/${stage}.json`;
  rmSync(report, { force: true });
  return report;
}

function needsBuild() {
  const failed = results.some(({ name, tally }) => name === 'build' && tally.failed > 0);
  if (failed || !existsSync('dist/index.html')) throw new Error('There is no build to look at.');
}

async function browserForTests() {
  browser ??= findBrowser();
  const found = await browser;
  console.log(`Browser: ${found.executablePath}`);
  return handOn(found);
}
/** Runs one of the project's own tools; what it prints is printed. Whether it ended well.
 * @param {string} tool @param {string[]} args @param {Record<string, string>} env */
function spawn(tool, args, env = {}) {
  const windows = process.platform === 'win32';
  const program = join('node_modules', '.bin', windows ? `${tool}.cmd` : tool);
  const { status, signal } = spawnSync(program, args, {
    stdio: 'inherit',
    shell: windows,
    env: { ...process.env, ...env },
    timeout: STAGE_LIMIT_MS,
  });
  if (signal === 'SIGINT') process.exit(130);
  return status === 0;
}
