/** The count of all observations that were no greater than a bound. */
export interface Bucket {
  readonly bound: number;
  readonly count: number;
}

/** A value below which a share of all observations lies. */
export interface Quantile {
  readonly value: number;
  /** True when it lies beyond the greatest finite bound, so that all that is known is "at least". */
  readonly beyond: boolean;
}

/**
 * The quantile of a histogram, as `histogram_quantile` of Prometheus estimates it: linear within the bucket, of which the
 * lowest begins at zero. Nothing without an infinite bucket, a second one, or any observation.
 * @param q from 0 to 1
 * @see https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile
 */
export function histogramQuantile(q: number, buckets: readonly Bucket[]): Quantile | undefined {
  const sorted = rising(buckets.toSorted((a, b) => a.bound - b.bound));
  const [last] = sorted.slice(-1);
  const [greatest] = sorted.slice(-2);
  if (last === undefined || greatest === undefined || sorted.length < 2) return undefined;
  if (last.bound !== Infinity || !(last.count > 0)) return undefined;
  const rank = q * last.count;
  const index = sorted.findIndex(({ count }) => count >= rank);
  const found = sorted[index];
  if (found === undefined || found === last) return { value: greatest.bound, beyond: true };
  return { value: within(found, sorted[index - 1], rank), beyond: false };
}

function within({ bound, count }: Bucket, below: Bucket | undefined, rank: number): number {
  if (below === undefined) return bound <= 0 ? bound : bound * (count === 0 ? 0 : rank / count);
  return below.bound + (bound - below.bound) * ((rank - below.count) / (count - below.count));
}

// Counts are cumulative; where label sets have other bounds than each other, their sum may seem to fall.
function rising(sorted: readonly Bucket[]): readonly Bucket[] {
  let most = 0;
  return sorted.map(({ bound, count }) => {
    most = Math.max(most, count);
    return { bound, count: most };
  });
}
