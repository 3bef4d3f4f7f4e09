// How many passed and failed, as the tools' JSON reports say. Pure: a report in, numbers out.

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */
/** @typedef {{ status: string, assertionResults: unknown[] }} TestFile */
/** @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: TestFile[] }} VitestReport */
/** @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} PlaywrightReport */

/** @type {Tally} */
export const PASSED = { passed: 1, failed: 0, skipped: 0 };
/** @type {Tally} */
export const FAILED = { passed: 0, failed: 1, skipped: 0 };

/** A file that could not even be read has no tests in it, and is one failure.
 * @param {VitestReport} report @returns {Tally} */
export function vitestTally(report) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** @param {PlaywrightReport} report @returns {Tally} */
export function playwrightTally({ stats }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

/** A tool that ends badly without counting a failure has crashed, and that is one.
 * @param {Tally | undefined} tally @param {boolean} endedWell @returns {Tally} */
export function withCrash(tally, endedWell) {
  if (!tally) return FAILED;
  return !endedWell && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** @param {Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
    skipped: tallies.reduce((total, { skipped }) => total + skipped, 0),
  };
}

/** @param {Tally} tally */
export function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
