import { cellOf } from './availability.ts';
import type { Bucket } from './bucket.ts';
import { LAST_BUCKET } from './latency.ts';

/** Adds up many buckets without a bucket for each step: a year of hours within milliseconds. The same as `fold`. */
export class BucketSum {
  readonly #from: number;
  readonly #kept: [number, number, number, number] = [0, 0, 0, 0];
  readonly #counts: number[] = Array.from({ length: LAST_BUCKET + 1 }, () => 0);
  #probes = 0;
  #failures = 0;

  constructor(from: number) {
    this.#from = from;
  }

  add({ kept, probes, failures, latency }: Omit<Bucket, 'from'>): void {
    kept.forEach((ms, state) => this.addKept(state, ms));
    this.addProbes(probes, failures);
    for (let i = 0; i < latency.length; i += 2) this.addAnswers(latency[i] ?? 0, latency[i + 1] ?? 0);
  }

  /** `state`: its place among `KEPT_STATES`. */
  addKept(state: number, ms: number): void {
    this.#kept[state] = (this.#kept[state] ?? 0) + ms;
  }

  addProbes(probes: number, failures: number): void {
    this.#probes += probes;
    this.#failures += failures;
  }

  /** Answers that took as long as the latency bucket of this number says. */
  addAnswers(bucket: number, count: number): void {
    const known = Math.min(bucket, LAST_BUCKET);
    this.#counts[known] = (this.#counts[known] ?? 0) + count;
  }

  total(): Bucket {
    return {
      from: this.#from,
      kept: [...this.#kept],
      probes: this.#probes,
      failures: this.#failures,
      latency: this.#counts.flatMap((count, bucket) => (count > 0 ? [bucket, count] : [])),
    };
  }
}

/** The cells of a span, while they are filled. */
export interface Cells {
  /** The cell that a moment falls into; nothing outside of them. */
  at(moment: number): BucketSum | undefined;
  totals(): readonly Bucket[];
}

export function createCells(edges: readonly number[]): Cells {
  const sums = edges.slice(0, -1).map((edge) => new BucketSum(edge));
  return {
    at: (moment) => sums[cellOf(edges, moment) ?? -1],
    totals: () => sums.map((sum) => sum.total()),
  };
}
