import { expect, test } from 'vitest';
import { closingLine, sum, tallyOf } from '../../build/tally.mjs';

const passed = { status: 'passed', assertionResults: [{ status: 'passed' }] };
const report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, testResults: [passed] };

test('what vitest counted is counted', () => {
  expect(tallyOf(report, 0)).toEqual({ passed: 3, failed: 0, skipped: 1 });
  const failing = { status: 'failed', assertionResults: [{ status: 'failed' }] };
  expect(tallyOf({ ...report, numFailedTests: 1, testResults: [failing] }, 1)).toMatchObject({ failed: 1 });
});

test('a file that could not be loaded is a failure, though it has no tests', () => {
  const unloaded = { status: 'failed', assertionResults: [] };
  expect(tallyOf({ ...report, testResults: [passed, unloaded] }, 1)).toMatchObject({ passed: 3, failed: 1 });
});

test('a run that failed for a reason of its own, or left no report, is a failure', () => {
  expect(tallyOf(report, 1)).toMatchObject({ failed: 1 });
  expect(tallyOf(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('the closing line tells of what was skipped only if something was', () => {
  expect(closingLine(sum(tallyOf(report, 0), { passed: 2, failed: 1, skipped: 0 }))).toBe(
    '5 passed, 1 failed, 1 skipped',
  );
  expect(closingLine({ passed: 2, failed: 0, skipped: 0 })).toBe('2 passed, 0 failed');
});
