import { describe, expect, it } from 'vitest';
import type { CheckId } from '../../../core/diagnosis/check.ts';
import type { CheckState, Diagnosis } from '../../../core/diagnosis/diagnosis.ts';
import type { FindingId, Severity } from '../../../core/health/finding.ts';
import { progressLine, shareDone, spokenNews, summaryLine } from '../../../core/text/diagnosis-lines.ts';
import { english } from '../../../core/text/english.ts';

const PASS: CheckState = { kind: 'pass', ms: 1, evidence: {} };
const WAITING: CheckState = { kind: 'waiting' };
const RUNNING: CheckState = { kind: 'running' };
const PAUSED: CheckState = { kind: 'skipped', because: 'paused' };
const ELSEWHERE: CheckState = { kind: 'skipped', because: 'not-on-this-system' };

const found = (id: FindingId, severity: Severity = 'down'): CheckState => ({
  kind: 'found',
  ms: 1,
  finding: { id, severity, evidence: {} },
});
const HINT = found('several-clis', 'hint');

const IDS: readonly CheckId[] = ['proxy-answers', 'identity', 'port-owner', 'cli-found', 'disk'];

function run(states: readonly CheckState[], state: Diagnosis['state'] = 'ended', number = 1): Diagnosis {
  const results = states.map((each, i) => ({ id: IDS[i] ?? 'clock', group: 'proxy' as const, state: each }));
  return { targetId: 'target-1', number, state, startedAt: 0, results };
}

describe('the progress of a run', () => {
  it.each([
    ['0 of 3 checks · no problem so far', run([RUNNING, WAITING, WAITING], 'running')],
    ['2 of 3 checks · 1 problem so far', run([PASS, found('cli-not-found'), WAITING], 'running')],
    ['3 checks · no problem', run([PASS, PASS, PASS])],
    ['3 checks · 2 problems, 1 hint', run([found('cli-not-found'), found('disk-full', 'degraded'), HINT])],
    ['3 checks · 1 problem', run([PASS, found('stranger-answers'), found('stranger-answers')])],
    [
      'Stopped after 1 of 3 checks · no problem',
      run([PASS, { kind: 'cancelled' }, { kind: 'cancelled' }], 'cancelled'),
    ],
    ['1 check · 1 hint', run([HINT])],
  ])('%s', (line, diagnosis) => {
    expect(progressLine(diagnosis, english)).toBe(line);
  });

  it('is also a share', () => {
    expect(shareDone(run([PASS, PASS, WAITING, RUNNING], 'running'))).toBe(0.5);
    expect(shareDone(run([]))).toBe(0);
  });
});

describe('the summary of a run without a problem', () => {
  it.each([
    ['all well', run([PASS, PASS]), 'healthy', 'Every check is well', '2 passed'],
    ['with hints', run([PASS, HINT]), 'healthy', 'No problem found', '1 passed · 1 hint'],
    ['with a check for another system', run([PASS, ELSEWHERE]), 'healthy', 'No problem found', '1 passed · 1 skipped'],
    ['with the proxy paused', run([PASS, PAUSED]), 'unknown', 'No problem found', '1 passed · 1 skipped'],
    [
      'with a check that crashed',
      run([PASS, { kind: 'crashed', ms: 1 }, { kind: 'timed-out', ms: 1 }]),
      'unknown',
      'Not every check gave a result',
      '1 passed · 2 without a result',
    ],
    [
      'stopped',
      run([PASS, { kind: 'cancelled' }], 'cancelled'),
      'unknown',
      'Stopped before the end',
      '1 passed · 1 without a result',
    ],
  ])('%s', (_name, diagnosis, light, title, detail) => {
    expect(summaryLine(diagnosis, english)).toEqual({ light, title, detail });
  });

  it('is not there before the end, nor beside a problem', () => {
    expect(summaryLine(run([PASS], 'running'), english)).toBeUndefined();
    expect(summaryLine(run([PASS, found('disk-full', 'degraded')]), english)).toBeUndefined();
  });
});

describe('what is spoken of a run', () => {
  const news = (before: Diagnosis | undefined, after: Diagnosis): string => spokenNews(before, after, english);
  const begun = run([RUNNING, WAITING], 'running');
  const missing = run([found('cli-not-found'), WAITING], 'running');

  it('is that it began', () => {
    expect(news(undefined, begun)).toBe('Diagnostics started');
    expect(news(run([PASS, PASS], 'ended', 0), begun)).toBe('Diagnostics started');
    expect(news(begun, begun)).toBe('');
  });

  it('is each problem once, and no hint', () => {
    expect(news(begun, missing)).toBe('The Claude CLI is missing');
    expect(news(missing, run([found('cli-not-found'), found('cli-not-found')], 'running'))).toBe('');
    expect(news(begun, run([HINT, WAITING], 'running'))).toBe('');
    expect(news(undefined, missing)).toBe('Diagnostics started. The Claude CLI is missing');
  });

  it('is how it ended, with the root cause', () => {
    expect(news(missing, run([found('cli-not-found'), PASS]))).toBe(
      '2 checks · 1 problem. Root cause: The Claude CLI is missing',
    );
    expect(news(begun, run([PASS, PASS]))).toBe('Every check is well. 2 passed');
    expect(news(begun, run([PASS, { kind: 'cancelled' }], 'cancelled'))).toContain('Stopped before the end');
    expect(news(run([PASS, PASS]), run([PASS, PASS]))).toBe('');
  });

  it('is the end alone of a run whose begin was not seen', () => {
    expect(news(undefined, run([PASS, PASS]))).toBe('Every check is well. 2 passed');
  });

  it('is the end again after one check ran again', () => {
    const again = run([PASS, RUNNING], 'running');
    expect(news(run([PASS, PASS]), again)).toBe('');
    expect(news(again, run([PASS, PASS]))).toBe('Every check is well. 2 passed');
  });
});
