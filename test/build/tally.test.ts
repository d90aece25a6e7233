import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../build/setup/paths.mjs';
import { closingWords, failed, sum, tallyOf } from '../../build/tally.mjs';

const name = join(ROOT, 'test', 'some.test.ts');
const wellTest = { status: 'passed', fullName: 'goes well', failureMessages: [] };
const badTest = {
  status: 'failed',
  fullName: 'group goes wrong',
  failureMessages: ['AssertionError: expected 1 to be 2\n    at here\n    at there\n    at vitest\n    at node'],
};
const passed = { name, status: 'passed', message: '', assertionResults: [wellTest] };
const report = { numPassedTests: 3, numPendingTests: 1, testResults: [passed] };

test('what vitest counted is counted', () => {
  expect(tallyOf('unit', report, 0)).toEqual({ passed: 3, failures: [], skipped: 1 });
});

test('a test that failed is named, with what it says and where', () => {
  const failing = { name, status: 'failed', message: '', assertionResults: [wellTest, badTest] };
  expect(tallyOf('unit', { ...report, testResults: [failing] }, 1).failures).toEqual([
    `${join('test', 'some.test.ts')} › group goes wrong\n    AssertionError: expected 1 to be 2\n    at here\n    at there\n    at vitest`,
  ]);
});

test('a file that could not be loaded is a failure, though it has no tests', () => {
  const unloaded = { name, status: 'failed', message: 'SyntaxError: what?', assertionResults: [] };
  const { passed: count, failures } = tallyOf('unit', { ...report, testResults: [passed, unloaded] }, 1);
  expect([count, failures]).toEqual([3, [`${join('test', 'some.test.ts')}\n    SyntaxError: what?`]]);
});

test('a run that failed for a reason of its own, or left no report, is a failure', () => {
  expect(tallyOf('unit', report, 1).failures).toEqual(['unit: no test failed, yet it did (exit code 1)']);
  expect(tallyOf('unit', undefined, 0)).toEqual({
    passed: 0,
    failures: ['unit: it left no report (exit code 0)'],
    skipped: 0,
  });
});

test('the closing words name what failed, and tell of what was skipped only if something was', () => {
  expect(closingWords(sum(tallyOf('unit', report, 0), failed('lint')))).toBe(
    'FAIL lint\n3 passed, 1 failed, 1 skipped',
  );
  expect(closingWords({ passed: 2, failures: [], skipped: 0 })).toBe('2 passed, 0 failed');
});
