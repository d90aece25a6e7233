import type { Progress } from '../diagnosis/diagnosis.ts';
import type { DiagnosisWords } from './catalogue.ts';

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const found = ({ problems, warnings }: Progress): string =>
  [
    ...(problems === 0 ? [] : [counted(problems, 'problem')]),
    ...(warnings === 0 ? [] : [counted(warnings, 'hint')]),
  ].join(', ') || 'no problem';

/** The words around the checks, in English. */
export const englishDiagnosis: DiagnosisWords = {
  title: 'Diagnostics',
  run: 'Run diagnostics',
  runAgain: 'Run again',
  stop: 'Stop',
  back: 'Back',
  close: 'Close',
  progress: (progress) =>
    progress.done === progress.all
      ? `${counted(progress.all, 'check')} · ${found(progress)}`
      : `${progress.done} of ${counted(progress.all, 'check')} · ${found(progress)} so far`,
  started: 'Diagnostics started',
  stoppedAfter: (progress) =>
    `Stopped after ${progress.done} of ${counted(progress.all, 'check')} · ${found(progress)}`,
  allWell: 'Every check is well',
  noProblem: 'No problem found',
  noResult: 'Not every check gave a result',
  stopped: 'Stopped before the end',
  counts: ({ passed, hints, skipped, unfinished }) =>
    [
      `${passed} passed`,
      ...(hints === 0 ? [] : [counted(hints, 'hint')]),
      ...(skipped === 0 ? [] : [`${skipped} skipped`]),
      ...(unfinished === 0 ? [] : [`${unfinished} without a result`]),
    ].join(' · '),
  rootCause: 'Root cause',
  worthKnowing: 'Worth knowing',
  groups: { proxy: 'Proxy', cli: 'Claude CLI', 'sign-in': 'Sign-in', computer: 'This computer' },
  states: {
    waiting: 'waiting',
    running: 'looking…',
    pass: 'Passed',
    warn: 'Hint',
    fail: 'Problem',
    skipped: 'Skipped',
    'timed-out': 'Timed out',
    crashed: 'Crashed',
    cancelled: 'Stopped',
  },
  skipped: {
    'no-answer': 'the proxy does not answer',
    paused: 'the proxy is paused',
    'not-told': 'the proxy tells nothing of it',
    'other-computer': 'the proxy runs on another computer',
    'nothing-listens': 'nothing listens there',
    'no-cli': 'no Claude CLI to look at',
    'cli-does-not-run': 'the Claude CLI does not run',
    'cli-too-old': 'this Claude CLI cannot tell',
    'no-login': 'no login is stored',
    'not-on-this-system': 'not on this system',
    'cannot-be-seen': 'this system does not tell',
    'earlier-check': 'an earlier check did not end',
  },
  timedOut: 'no result in time',
  crashed: 'the check itself failed',
  cancelled: 'not looked at',
  runOne: (check) => `Run again: ${check}`,
  otherChecks: 'Arrow keys lead to the other checks',
  report: 'Report',
  reportTitle: 'Report',
  reportNote: 'Names, addresses and secrets are left out. This is exactly what would be copied or saved.',
  copyReport: 'Copy report',
  saveReport: 'Save…',
  saved: 'Saved',
  notSaved: 'Not saved',
  noReport: 'The report could not be written.',
  format: 'Format',
  formats: { markdown: 'Text', json: 'JSON' },
};
