/**
 * How often answers took how long: pairs of a bucket's number and its count, ascending, flat. One form for one content, so
 * that adding up gives the same in any order.
 */
export type Histogram = readonly number[];

export const NO_ANSWERS: Histogram = [];

// Four buckets for each doubling, from half a millisecond to a minute: a percentile is exact to a fifth.
const FIRST_MS = 0.5;
const PER_DOUBLING = 4;
const BOUNDS: readonly number[] = Array.from({ length: 69 }, (_, i) => FIRST_MS * 2 ** (i / PER_DOUBLING));

/** The buckets have the numbers 0 to this. */
export const LAST_BUCKET = BOUNDS.length;

/** The bucket of a duration in milliseconds: that of the first bound which is not exceeded. */
export function bucketOf(ms: number): number {
  let low = 0;
  let high = BOUNDS.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ms <= (BOUNDS[middle] ?? Infinity)) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function withAnswer(histogram: Histogram, ms: number): Histogram {
  return merged(histogram, [bucketOf(ms), 1]);
}

/** Both together: associative and commutative. */
export function merged(a: Histogram, b: Histogram): Histogram {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const all: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const inA = a[i] ?? Infinity;
    const inB = b[j] ?? Infinity;
    all.push(Math.min(inA, inB), (inA <= inB ? (a[i + 1] ?? 0) : 0) + (inB <= inA ? (b[j + 1] ?? 0) : 0));
    if (inA <= inB) i += 2;
    if (inB <= inA) j += 2;
  }
  return all;
}

/** What answers took, in milliseconds: half of them, 95 and 99 of 100 took no longer. */
export interface Latency {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Nothing where nothing was answered. Each figure is the middle of the bucket in which the percentile lies. */
export function latencyOf(histogram: Histogram): Latency | undefined {
  let count = 0;
  for (let i = 1; i < histogram.length; i += 2) count += histogram[i] ?? 0;
  if (count === 0) return undefined;
  const at = (share: number): number => middleOf(bucketAt(histogram, Math.ceil(count * share)));
  return { count, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

function bucketAt(histogram: Histogram, rank: number): number {
  let seen = 0;
  for (let i = 0; i < histogram.length; i += 2) {
    seen += histogram[i + 1] ?? 0;
    if (seen >= rank) return histogram[i] ?? 0;
  }
  return LAST_BUCKET;
}

function middleOf(bucket: number): number {
  const upper = BOUNDS[bucket] ?? FIRST_MS * 2 ** (LAST_BUCKET / PER_DOUBLING);
  // Two significant digits are more than a bucket tells.
  return Number((upper * 2 ** (-0.5 / PER_DOUBLING)).toPrecision(2));
}
