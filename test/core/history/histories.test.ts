import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { availabilityOf, cellAt, totalOf, type Stretch } from '../../../core/history/availability.ts';
import { emptyBucket, fold, minutesOf, type Bucket } from '../../../core/history/bucket.ts';
import { BucketSum, createCells } from '../../../core/history/cells.ts';
import { NOTHING_KEPT, plus, type TimelineState } from '../../../core/history/states.ts';
import { freshTimeline, goOn, LONGEST_PIECE_MS, type Moment, type Piece } from '../../../core/history/timeline.ts';

const START = Date.UTC(2026, 2, 28, 23);
const STATES = ['up', 'degraded', 'down', 'paused', 'gap'] as const;

// Probes, looks without one, sleeps, and clocks that are set forth and back.
const stepMs = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: 0, max: 4_500 }) },
  { weight: 2, arbitrary: fc.integer({ min: 10_000, max: 40_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 60_000, max: 30_000_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: -7_200_000, max: -1 }) },
);
const event = fc.record({
  stepMs,
  state: fc.constantFrom<TimelineState>(...STATES),
  holdsMs: fc.constantFrom(13_000, 16_000, 3_600_000, Infinity),
  probe: fc.option(fc.record({ ms: fc.double({ min: 0, max: 9_000, noNaN: true }) }), { nil: undefined }),
});
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

interface Played {
  /** In one run the clock only went on; between two it was set back. */
  readonly runs: readonly (readonly Piece[])[];
  readonly moments: readonly Moment[];
}

function play(events: readonly Event[]): Played {
  let at = START;
  let timeline = freshTimeline(at);
  const runs: Piece[][] = [[]];
  const moments: Moment[] = [];
  for (const { stepMs: by, probe, ...rest } of events) {
    at += by;
    const moment: Moment = { ...rest, at, ...(probe !== undefined && { probe }) };
    moments.push(moment);
    const lived = goOn(timeline, moment);
    if (lived.timeline.upTo < timeline.upTo) runs.push([]);
    timeline = lived.timeline;
    if (lived.piece !== undefined) runs.at(-1)?.push(lived.piece);
  }
  return { runs, moments };
}

// As the store keeps them: of a minute that was told twice, because the clock was set back, the last telling counts.
function minutesKept({ runs }: Played): readonly Bucket[] {
  const kept = new Map<number, Bucket>();
  for (const run of runs) {
    const minutes = new Map<number, Bucket>();
    for (const minute of run.flatMap(minutesOf)) {
      minutes.set(minute.from, fold(minutes.get(minute.from) ?? emptyBucket(minute.from), minute));
    }
    for (const [from, minute] of minutes) kept.set(from, minute);
  }
  return [...kept.values()];
}

function faultsOfRun(run: readonly Piece[]): readonly string[] {
  return run.flatMap(({ from, to, state }, i) => [
    ...(from < (run[i - 1]?.to ?? from) ? [`${from} overlaps`] : []),
    ...(to < from ? [`${from} has no length`] : []),
    ...(state !== 'gap' && to - from > LONGEST_PIECE_MS ? [`${from} was not observed`] : []),
  ]);
}

function faultsOfStretch({ from, to, ms }: Stretch): readonly string[] {
  const parts = Object.values(ms);
  const sum = parts.reduce((a, b) => a + b, 0);
  return sum === to - from && Math.min(...parts) >= 0 ? [] : [`${from} to ${to} is ${JSON.stringify(ms)}`];
}

const isShare = (share: number): boolean => share >= 0 && share <= 1;

describe('10,000 random histories with sleeps and clocks that are set', () => {
  it('sum exactly, stay within bounds, and do not overlap', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        fc.array(event, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 60 }),
        (events, count) => {
          const played = play(events);
          const to = (played.moments.at(-1)?.at ?? START) + 1;
          const edges = Array.from({ length: count + 1 }, (_, i) => to - (count - i) * 97_000 + 30_000);
          const filled = createCells(edges);
          for (const minute of minutesKept(played)) filled.at(minute.from)?.add(minute);
          const cells = filled.totals().map(({ kept }) => kept);
          const availability = availabilityOf(edges, to, cells, 0);
          const stretches = [totalOf(availability), ...cells.map((_, i) => cellAt(availability, i))];
          const { uptime = 0, coverage } = availability;
          expect([
            ...played.runs.flatMap(faultsOfRun),
            ...stretches.flatMap(faultsOfStretch),
            ...(isShare(uptime) && isShare(coverage) ? [] : [`${uptime} up, ${coverage} covered`]),
          ]).toEqual([]);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('of clocks that only go on: every millisecond of every piece is in the minutes', () => {
    const onward = event.filter(({ stepMs: by }) => by >= 0);
    fc.assert(
      fc.property(fc.array(onward, { maxLength: 40 }), (events) => {
        const played = play(events);
        const pieces = played.runs.flat();
        const minutes = pieces.flatMap(minutesOf);
        const lived = STATES.slice(0, 4).map((state) =>
          pieces.reduce((ms, { state: of, from, to }) => ms + (of === state ? to - from : 0), 0),
        );
        expect(minutes.reduce((ms, { kept }) => plus(ms, kept), NOTHING_KEPT)).toEqual(lived);
        expect(minutes.reduce((sum, { probes }) => sum + probes, 0)).toBe(
          played.moments.filter(({ probe }) => probe !== undefined).length,
        );
        for (const { kept } of minutesKept(played)) expect(kept.reduce((a, b) => a + b)).toBeLessThanOrEqual(60_000);
      }),
      { numRuns: 1_000 },
    );
  });

  it('fold to the same in any order', () => {
    fc.assert(
      fc.property(
        fc.array(event, { minLength: 1, maxLength: 40 }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (events, random) => {
          const minutes = play(events).runs.flat().flatMap(minutesOf);
          const shuffled = minutes
            .map((minute) => ({ minute, key: random.next().value ?? 0 }))
            .toSorted((a, b) => a.key - b.key);
          const half = shuffled.length >> 1;
          const foldAll = (some: readonly { minute: Bucket }[]): Bucket =>
            some.map(({ minute }) => minute).reduce(fold, emptyBucket(Infinity));
          const whole = minutes.reduce(fold, emptyBucket(Infinity));
          expect(foldAll(shuffled)).toEqual(whole);
          const sum = new BucketSum(whole.from);
          for (const { minute } of shuffled) sum.add(minute);
          expect(sum.total()).toEqual(whole);
          expect(fold(foldAll(shuffled.slice(half)), foldAll(shuffled.slice(0, half)))).toEqual(whole);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
