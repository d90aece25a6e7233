import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../../core/health/judge.ts';
import type { ProbeResult } from '../../../core/health/probe-result.ts';
import { delayAfter } from '../../../core/monitor/schedule.ts';
import { thresholdsOf, type Thresholds } from '../../../core/monitor/thresholds.ts';
import { freshWatch, step, type WatchState } from '../../../core/monitor/watch-state.ts';
import { readSettings } from '../../../core/settings.ts';
import { answer, failure } from '../answers.ts';

const GOOD = { ...answer(200, { status: 'ok' }), ms: 4 };
const LATE = { ...GOOD, ms: 900 };
const BROKEN = answer(503, { status: 'unhealthy', error: 'Claude CLI authentication failed' });
const REFUSED = failure('refused');
const SILENT = failure('timeout');

/** The state after probes, one a second. */
function after(results: readonly ProbeResult[], thresholds: Thresholds, from = freshWatch(0)): WatchState {
  const start = from.probedAt ?? 0;
  return results.reduce((state, result, i) => {
    const event = { type: 'judged', verdict: judge(result), at: start + (i + 1) * 1_000 } as const;
    return step(state, event, thresholds).state;
  }, from);
}

/** How many probes in a row it takes until a failure is confirmed, out of a dozen. */
function needed(result: ProbeResult, thresholds: Thresholds): number {
  const good = after([GOOD, GOOD], thresholds);
  const dozen = Array.from({ length: 12 }, () => result);
  return 1 + dozen.findIndex((_, i) => after(dozen.slice(0, i + 1), thresholds, good).incident !== undefined);
}

describe('confirmAfter', () => {
  it.each([
    ['a failure that the proxy tells', BROKEN, 2],
    ['a proxy that is gone', REFUSED, 3],
    ['silence', SILENT, 3],
  ])('where nobody set it: %s', (_what, result, usual) => {
    expect(needed(result, thresholdsOf(readSettings(undefined)))).toBe(usual);
  });

  it.each([2, 3, 5, 10])('%d holds for every failure, and not for the end of one', (confirmAfter) => {
    const thresholds = thresholdsOf(readSettings({ confirmAfter }));
    for (const result of [BROKEN, REFUSED, SILENT]) expect(needed(result, thresholds)).toBe(confirmAfter);
    const down = after(
      Array.from({ length: 12 }, () => BROKEN),
      thresholds,
    );
    expect(after([GOOD, GOOD], thresholds, down)).toMatchObject({ light: 'healthy', confirmed: true });
  });

  it('that is lowered while a silence lasts lets the incident begin with the silence', () => {
    const waiting = after([GOOD, GOOD, SILENT, SILENT, SILENT], { confirmAfter: 10 });
    expect([waiting.light, waiting.incident]).toEqual(['unknown', undefined]);
    const sure = after([SILENT], { confirmAfter: 2 }, waiting);
    expect(sure).toMatchObject({ light: 'down', confirmed: true, incident: { startedAt: 3_000 } });
  });

  it('of many looks has them follow each other soon', () => {
    const state = after([GOOD, GOOD, REFUSED, REFUSED, REFUSED, REFUSED], { confirmAfter: 10 });
    expect(delayAfter(state, { watched: false })).toBe(1_000);
  });

  it('never opens an incident with fewer sightings than it says', () => {
    const some = fc.array(fc.constantFrom<ProbeResult>(GOOD, BROKEN, REFUSED, SILENT), { maxLength: 40 });
    fc.assert(
      fc.property(some, fc.integer({ min: 2, max: 10 }), (results, confirmAfter) => {
        const { incident } = after(results, { confirmAfter });
        const bad = results.filter((result) => result !== GOOD).length;
        expect(incident === undefined || bad >= confirmAfter).toBe(true);
      }),
    );
  });
});

describe('slowAfter', () => {
  it('where nobody set it a slow proxy is green', () => {
    expect(after([LATE, LATE], thresholdsOf(readSettings(undefined)))).toMatchObject({
      light: 'healthy',
      findings: [],
    });
  });

  it('turns a healthy proxy amber, and the second time surely', () => {
    const thresholds = thresholdsOf(readSettings({ slowAfter: 500 }));
    const finding = { id: 'slow-answer', severity: 'degraded', evidence: {} };
    const once = after([GOOD, GOOD, LATE], thresholds);
    expect(once).toMatchObject({ light: 'degraded', confirmed: false, findings: [finding] });
    expect(after([LATE], thresholds, once)).toMatchObject({ confirmed: true, incident: { root: 'slow-answer' } });
    expect(after([LATE, GOOD, GOOD], thresholds, once)).toMatchObject({ light: 'healthy', findings: [] });
  });

  it('is kept by an answer that takes just as long', () => {
    expect(after([LATE], { slowAfterMs: 900 }).light).toBe('healthy');
    expect(after([LATE], { slowAfterMs: 899 }).light).toBe('degraded');
  });

  it.each([
    ['a broken proxy', BROKEN],
    ['one that is gone', REFUSED],
    ['silence', SILENT],
  ])('changes nothing for %s', (_what, result) => {
    const late = { ...result, ms: 3_000 };
    expect(after([late, late, late], { slowAfterMs: 10 })).toEqual(after([late, late, late], {}));
  });
});
