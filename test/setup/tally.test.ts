import { expect, test } from 'vitest';
import { FAILED, inWords, PASSED, playwrightTally, sum, vitestTally, withCrash } from './tally.mjs';

const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] };

test('Skipped tests and those to do are counted apart', () => {
  expect(vitestTally(vitest)).toEqual({ passed: 5, failed: 1, skipped: 3 });
});

test('A test file that does not load is one failure', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{}] },
  ];
  expect(vitestTally({ ...vitest, testResults }).failed).toBe(2);
});

test('A test that fails in the browser is unexpected', () => {
  const stats = { expected: 3, unexpected: 1, flaky: 0, skipped: 2 };
  expect(playwrightTally({ stats })).toEqual({ passed: 3, failed: 1, skipped: 2 });
});

test('A crash is a failure, and is not counted twice', () => {
  expect(withCrash(undefined, false)).toEqual(FAILED);
  expect(withCrash(undefined, true)).toEqual(FAILED); // a tool that left no report
  expect(withCrash(PASSED, true)).toEqual(PASSED);
  expect(withCrash(PASSED, false)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  expect(withCrash(FAILED, false)).toEqual(FAILED);
});

test('Skipped tests are only spoken of when there are any', () => {
  expect(inWords(sum([PASSED, FAILED, PASSED]))).toBe('2 passed, 1 failed');
  expect(inWords({ passed: 4, failed: 0, skipped: 2 })).toBe('4 passed, 0 failed, 2 skipped');
});
