import { relative } from 'node:path';
import { ROOT } from './setup/paths.mjs';

/**
 * What a run comes to.
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} skipped
 * @property {readonly string[]} failures what failed, each with why if that is known
 */

/** @type {Tally} */
export const NONE = { passed: 0, skipped: 0, failures: [] };

/**
 * @typedef {{ status: string, fullName: string, failureMessages: readonly string[] }} TestResult
 * @typedef {{ name: string, status: string, message: string, assertionResults: readonly TestResult[] }} FileResult
 */

/**
 * The part of vitest's JSON report that is counted.
 * @typedef {object} Report
 * @property {number} numPassedTests
 * @property {number} numPendingTests
 * @property {readonly FileResult[]} testResults one for each file
 */

// The first says what was expected, the next where: what comes after them is vitest's own.
const LINES_OF_MESSAGE = 4;

/**
 * @param {string} what failed
 * @returns {Tally}
 */
export function failed(what) {
  return { ...NONE, failures: [what] };
}

/**
 * What a run of vitest comes to. A file that could not even be loaded has no tests, and is one failure all the same; so is a
 * run that failed for a reason that it does not count, or that left no report.
 * @param {string} name of the run
 * @param {Report | undefined} report
 * @param {number} exitCode
 * @returns {Tally}
 */
export function tallyOf(name, report, exitCode) {
  if (report === undefined) return failed(`${name}: it left no report (exit code ${exitCode})`);
  const failures = report.testResults.flatMap(failuresOf);
  if (failures.length === 0 && exitCode !== 0)
    failures.push(`${name}: no test failed, yet it did (exit code ${exitCode})`);
  return { passed: report.numPassedTests, skipped: report.numPendingTests, failures };
}

/** @param {FileResult} file */
function failuresOf({ name, status, message, assertionResults }) {
  const file = relative(ROOT, name);
  const tests = assertionResults.filter((test) => test.status === 'failed');
  if (tests.length === 0) return status === 'failed' ? [failure(file, message)] : [];
  return tests.map(({ fullName, failureMessages }) => failure(`${file} › ${fullName}`, failureMessages.join('\n')));
}

/**
 * @param {string} what
 * @param {string} why
 */
function failure(what, why) {
  const lines = why.split('\n').slice(0, LINES_OF_MESSAGE);
  return [what, ...lines.map((line) => `    ${line.trim()}`)].join('\n').trimEnd();
}

/**
 * @param {Tally} a
 * @param {Tally} b
 * @returns {Tally}
 */
export function sum(a, b) {
  return {
    passed: a.passed + b.passed,
    skipped: a.skipped + b.skipped,
    failures: [...a.failures, ...b.failures],
  };
}

/**
 * The last words of a run: what failed, which may stand far above by now, and the line that is read by machines too.
 * @param {Tally} tally
 */
export function closingWords({ passed, skipped, failures }) {
  const counts = `${passed} passed, ${failures.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return [...failures.map((text) => `FAIL ${text}`), counts].join('\n');
}
