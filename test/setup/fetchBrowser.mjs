// Three ways to get a Chromium on a machine without one. Each returns it, or says in `tried` why it did not.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

/** @typedef {import('./browser.mjs').Browser} Browser */
/** @typedef {Record<string, string>} Environment */

const cache = fileURLToPath(new URL('../../node_modules/.cache/chromium', import.meta.url));

/** Debian's own package, when this is Debian and we may install. @param {string[]} tried */
export function fromDebian(tried) {
  const debian =
    existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  if (!debian || process.getuid?.() !== 0) return;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const quietly = ['-qq', '-y', '--no-install-recommends'];
  const done =
    run('apt-get', ['update', '-qq'], tried, env) &&
    run('apt-get', ['install', ...quietly, 'chromium'], tried, env);
  return done ? { executablePath: '/usr/bin/chromium' } : undefined;
}

/** A Chromium packed for servers, which needs no installer and brings its libraries. @param {string[]} tried */
export function fromNpm(tried) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return;
  mkdirSync(cache, { recursive: true });
  const quietly = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund'];
  if (!run('npm', ['install', ...quietly, '--prefix', cache, '@sparticuz/chromium@147.0.0'], tried)) return;
  // It unpacks itself into TMPDIR, and its libraries only where it believes to be on Amazon Lambda.
  const entry = pathToFileURL(join(cache, 'node_modules/@sparticuz/chromium/build/esm/index.js'));
  const unpack = `import(${JSON.stringify(entry)}).then((chromium) => chromium.default.executablePath())`;
  const env = { TMPDIR: cache, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  return run(process.execPath, ['-e', unpack], tried, env) ? unpackedFromNpm() : undefined;
}

/** Where `fromNpm` leaves its browser, in this run or an earlier one. @returns {Browser} */
export function unpackedFromNpm() {
  const libraries = [join(cache, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return { executablePath: join(cache, 'chromium'), env: { LD_LIBRARY_PATH: libraries } };
}

/** Playwright's own, with its system libraries where we may install those. @param {string[]} tried */
export function fromPlaywright(tried) {
  const libraries = process.platform === 'linux' && process.getuid?.() === 0 ? ['--with-deps'] : [];
  const done = run('npx', ['playwright', 'install', ...libraries, 'chromium'], tried);
  return done ? { executablePath: chromium.executablePath() } : undefined;
}

/** What the commands say goes to stderr, so that stdout stays the tests'.
 * @param {string} command @param {string[]} args @param {string[]} tried @param {Environment} env */
function run(command, args, tried, env = {}) {
  const line = `${command} ${args.join(' ')}`;
  console.error(`No Chromium here that works yet; trying: ${line}`);
  const { status, error } = spawnSync(command, args, {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
    timeout: 300_000,
  });
  if (status !== 0) tried.push(`${line}: ${error?.message ?? `ended with ${status}`}`);
  return status === 0;
}
