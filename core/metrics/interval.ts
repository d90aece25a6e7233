import { increases, isRestarted, type Grown } from './increase.ts';
import type { BucketCounter, Counter, Meters } from './meters.ts';

/** A page and when it was read, in monotonic milliseconds. */
export interface ReadPage {
  readonly at: number;
  readonly meters: Meters;
}

/** What happened between two pages of one target. */
export interface Interval {
  readonly from: number;
  readonly to: number;
  readonly requests: number;
  readonly errors: number;
  /** By what went wrong; an empty name where nobody says. */
  readonly errorTypes: ReadonlyMap<string, number>;
  /** By upper bound in milliseconds, cumulative. */
  readonly buckets: ReadonlyMap<number, number>;
  /** True when the counters began anew meanwhile. */
  readonly restarted: boolean;
}

/** The most kinds of errors that are told apart. */
const MAX_TYPES = 50;
/** No histogram has so many buckets. */
const MAX_BOUNDS = 200;

/** What happened from one page to the next. */
export function intervalBetween(before: ReadPage, after: ReadPage): Interval {
  const [then, now] = [before.meters, after.meters];
  const requests = grown(then.families.requests, now.families.requests, then.requests, now.requests);
  const buckets = grown(then.families.duration?.name, now.families.duration?.name, then.buckets, now.buckets);
  const { errors, errorTypes } = errorsOf(
    requests,
    grown(then.families.errors, now.families.errors, then.errors, now.errors),
  );
  return {
    from: before.at,
    to: after.at,
    requests: total(requests),
    errors,
    errorTypes,
    buckets: byBound(buckets),
    restarted: isRestarted(then.requests, now.requests) || isRestarted(then.errors, now.errors),
  };
}

// Another family than before begins to be watched only now.
function grown<C extends Counter>(
  familyThen: string | undefined,
  familyNow: string | undefined,
  then: readonly Counter[],
  now: readonly C[],
): readonly Grown<C>[] {
  return familyThen !== undefined && familyThen !== familyNow ? [] : increases(then, now);
}

// Failed requests may be counted twice over: by their status and in a family of their own. The larger is believed.
function errorsOf(
  requests: readonly Grown<Counter>[],
  ofFamily: readonly Grown<Counter>[],
): Pick<Interval, 'errors' | 'errorTypes'> {
  const byStatus = requests.filter(({ counter }) => counter.error !== undefined);
  const told = total(ofFamily) >= total(byStatus) ? ofFamily : byStatus;
  return { errors: total(told), errorTypes: byType(told) };
}

function total(growth: readonly Grown<Counter>[]): number {
  return growth.reduce((sum, { by }) => sum + by, 0);
}

function byType(errors: readonly Grown<Counter>[]): ReadonlyMap<string, number> {
  const types = new Map<string, number>();
  for (const { counter, by } of errors) {
    const name = counter.error ?? '';
    if (by > 0 && (types.has(name) || types.size < MAX_TYPES)) types.set(name, (types.get(name) ?? 0) + by);
  }
  return types;
}

function byBound(buckets: readonly Grown<BucketCounter>[]): ReadonlyMap<number, number> {
  const bounds = new Map<number, number>();
  for (const { counter, by } of buckets) {
    const { boundMs } = counter;
    if (bounds.has(boundMs) || bounds.size < MAX_BOUNDS) bounds.set(boundMs, (bounds.get(boundMs) ?? 0) + by);
  }
  return bounds;
}
