import { describe, expect, it } from 'vitest';
import { availabilityOf, cellAt, cellOf, totalOf } from '../../../core/history/availability.ts';
import { beginOf, emptyBucket, HOUR_MS, MINUTE_MS, minutesOf } from '../../../core/history/bucket.ts';
import { createCells } from '../../../core/history/cells.ts';
import { isWithin, lookBackOver, MOST_INCIDENTS } from '../../../core/history/look-back.ts';
import type { PastIncident } from '../../../core/history/past-incident.ts';
import { fitted, stateOf } from '../../../core/history/states.ts';
import { freshTimeline, goOn } from '../../../core/history/timeline.ts';

const NOON = Date.UTC(2026, 10, 22, 12);

describe('the states of the timeline', () => {
  it('are those of the light; what is not proved was not observed', () => {
    expect((['healthy', 'degraded', 'down', 'paused', 'unknown'] as const).map(stateOf)).toEqual([
      'up',
      'degraded',
      'down',
      'paused',
      'gap',
    ]);
  });
});

describe('time that goes on', () => {
  const up = { ...freshTimeline(NOON), state: 'up', holdsMs: 16_000 } as const;
  const moment = { state: 'up', holdsMs: 16_000, probe: { ms: 3 } } as const;

  it.each([
    ['a probe in time: it was up', 4_000, { from: NOON, to: NOON + 4_000, state: 'up', probe: { ms: 3 } }],
    ['a sleep: nobody knows', 60_000, { from: NOON, to: NOON + 60_000, state: 'gap', probe: { ms: 3 } }],
    [
      'a clock that went back a little: it is waited for',
      -500,
      { from: NOON, to: NOON, state: 'gap', probe: { ms: 3 } },
    ],
    [
      'a clock that was set back: it begins anew',
      -HOUR_MS,
      { from: NOON - HOUR_MS, to: NOON - HOUR_MS, state: 'gap', probe: { ms: 3 } },
    ],
  ])('%s', (_what, goneMs, piece) => {
    const lived = goOn(up, { ...moment, at: NOON + goneMs });
    expect(lived.piece).toEqual(piece);
    expect(lived.timeline).toEqual({ state: 'up', upTo: piece.to, holdsMs: 16_000 });
  });

  it('has nothing to keep where nothing was observed and nobody probed', () => {
    expect(goOn(freshTimeline(NOON), { at: NOON + 1_000, state: 'gap', holdsMs: 13_000 }).piece).toBeUndefined();
  });
});

describe('a piece', () => {
  it('has its share in every minute, and its probe in the one in which it ended', () => {
    const minutes = minutesOf({ from: NOON + 50_000, to: NOON + 65_000, state: 'down', probe: {} });
    expect(minutes).toEqual([
      { ...emptyBucket(NOON), kept: [0, 0, 10_000, 0] },
      { ...emptyBucket(NOON + MINUTE_MS), kept: [0, 0, 5_000, 0], probes: 1, failures: 1 },
    ]);
    expect(minutesOf({ from: NOON, to: NOON + MINUTE_MS, state: 'paused' }).map(({ from }) => from)).toEqual([NOON]);
  });

  it('lies in the minute and the hour that began before it', () => {
    expect([MINUTE_MS, HOUR_MS].map((ms) => beginOf(NOON + 3_599_999, ms))).toEqual([NOON + 59 * MINUTE_MS, NOON]);
  });
});

describe('availability', () => {
  const edges = [NOON, NOON + HOUR_MS, NOON + 2 * HOUR_MS];

  it('is up over observed, beside how much was observed; the last cell ends now', () => {
    const to = NOON + 1.5 * HOUR_MS;
    const day = availabilityOf(
      edges,
      to,
      [
        [2_700_000, 300_000, 0, 0],
        [600_000, 0, 0, 600_000],
      ],
      2,
    );
    expect([day.uptime, day.coverage, day.incidents]).toEqual([3_300_000 / 3_600_000, 3_600_000 / 5_400_000, 2]);
    expect(cellAt(day, 1)).toEqual({
      from: NOON + HOUR_MS,
      to,
      ms: { up: 600_000, degraded: 0, down: 0, paused: 600_000, gap: 600_000 },
    });
    expect(totalOf(day)).toEqual({
      from: NOON,
      to,
      ms: { up: 3_300_000, degraded: 300_000, down: 0, paused: 600_000, gap: 1_200_000 },
    });
  });

  it('has no uptime where nothing was observed, and never NaN', () => {
    const none = availabilityOf(edges, NOON, [[0, 0, 0, 0]], 0);
    expect(none).toEqual({ edges, to: NOON, cells: [[0, 0, 0, 0]], coverage: 0, incidents: 0 });
    expect(availabilityOf(edges, NOON + 9, [[0, 0, 0, 9]], 0)).not.toHaveProperty('uptime');
  });

  it('believes what is good least where a clock that was set left too much', () => {
    expect(fitted([50, 20, 30, 10], 60)).toEqual([10, 20, 30, 0]);
    expect(fitted([50, 0, 0, 10], 60)).toEqual([50, 0, 0, 10]);
  });

  it('knows the cell of every moment, and none outside', () => {
    expect(
      [NOON - 1, NOON, NOON + HOUR_MS - 1, NOON + HOUR_MS, NOON + 2 * HOUR_MS].map((at) => cellOf(edges, at)),
    ).toEqual([undefined, 0, 0, 1, undefined]);
  });
});

describe('looking back', () => {
  const edges = [NOON, NOON + HOUR_MS, NOON + 2 * HOUR_MS];
  const incident = (startedAt: number, more: Partial<PastIncident> = {}): PastIncident => ({
    id: `${startedAt}`,
    root: 'signed-out',
    evidence: [],
    startedAt,
    confirmedAt: startedAt,
    told: [],
    ...more,
  });

  it('tells each cell with its latency, the whole, and the incidents with the newest first', () => {
    const buckets = [
      { ...emptyBucket(NOON), kept: [60_000, 0, 0, 0] as const, probes: 15, latency: [4, 15] },
      { ...emptyBucket(NOON + MINUTE_MS), kept: [0, 0, 60_000, 0] as const, probes: 15, failures: 15 },
      emptyBucket(NOON - MINUTE_MS),
    ];
    const to = NOON + HOUR_MS + 1_000;
    const incidents = [incident(NOON + 1), incident(NOON + 2), incident(NOON - 9, { endedAt: NOON - 1 })];
    const cells = createCells(edges);
    for (const bucket of buckets) cells.at(bucket.from)?.add(bucket);
    const told = lookBackOver('hour', edges, to, cells.totals(), incidents);
    expect(told.availability.cells).toEqual([
      [60_000, 0, 60_000, 0],
      [0, 0, 0, 0],
    ]);
    expect(told.latency).toEqual([{ count: 15, p50: 0.92, p95: 0.92, p99: 0.92 }, undefined]);
    expect([told.overall, told.probes, told.failures]).toEqual([told.latency[0], 30, 15]);
    expect(told.incidents.map(({ startedAt }) => startedAt)).toEqual([NOON + 2, NOON + 1]);
    expect(told.availability.incidents).toBe(2);
  });

  it('counts all incidents and tells the newest of them', () => {
    const many = Array.from({ length: MOST_INCIDENTS + 5 }, (_, i) => incident(NOON + i));
    const told = lookBackOver('hour', edges, NOON + HOUR_MS, [], many);
    expect([told.incidents.length, told.incidents[0]?.startedAt, told.availability.incidents]).toEqual([
      MOST_INCIDENTS,
      NOON + MOST_INCIDENTS + 4,
      MOST_INCIDENTS + 5,
    ]);
  });

  it.each([
    ['began and ended in it', incident(NOON + 1, { endedAt: NOON + 2, ending: 'recovered' }), true],
    ['began before and lasts', incident(NOON - HOUR_MS), true],
    ['began before, and nobody saw its end', incident(NOON - HOUR_MS, { ending: 'unseen' }), false],
    ['ended before', incident(NOON - 9, { endedAt: NOON - 1, ending: 'recovered' }), false],
    ['began after', incident(NOON + 2 * HOUR_MS), false],
  ])('an incident that %s', (_what, each, expected) => {
    expect(isWithin(each, NOON, NOON + HOUR_MS)).toBe(expected);
  });
});
