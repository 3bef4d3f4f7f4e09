// Before `npm start` and `npm test`: is this Node new enough, and are the packages those of the lockfile?
// Runs on a machine that has nothing but Node, so it imports nothing else.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(`This needs Node.js 20.19 or newer, and this is ${process.versions.node}.`);
}

if (!installed()) {
  console.log('Installing the packages (once; about 600 MB on disk, half a minute on a good line) ...');
  const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    stop(
      `The packages could not be installed: ${error?.message ?? `npm ci ended with ${status}`}; its own words are above.\n` +
        'Most often there is no network, or no access to the npm registry. Once there is, run the same command again.',
    );
  }
}

/** Whether every package of the lockfile is there in the same version. */
function installed() {
  const wanted = packages('package-lock.json');
  const present = packages('node_modules/.package-lock.json');
  return Object.entries(wanted ?? {}).every(
    // The first entry is this project; optional packages are mostly those of other platforms.
    ([path, { version, optional }]) => path === '' || optional || present?.[path]?.version === version,
  );
}

/** @param {string} lockfile @returns {Record<string, { version?: string, optional?: boolean }> | undefined} */
function packages(lockfile) {
  try {
    return JSON.parse(readFileSync(new URL(lockfile, root), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** @param {string} why */
function stop(why) {
  console.error(`\n${why}\n`);
  process.exit(1);
}
