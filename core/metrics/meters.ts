import { plain } from '../plain.ts';
import { readExposition, type Exposition } from './exposition.ts';
import { chooseFamilies, isRead, type Duration, type Families } from './families.ts';
import { firstLabel, keyOf, labelOf } from './labels.ts';
import { readNumber } from './number-word.ts';
import { isOwnProbe } from './own-probes.ts';
import { isFailure } from './request-outcome.ts';
import type { Sample } from './sample-line.ts';

/** A series that only grows, but for restarts. */
export interface Counter {
  /** The same for the same series in each page. */
  readonly key: string;
  readonly value: number;
  /** What went wrong with what it counts, if anything did: plain, bounded. */
  readonly error?: string;
}

/** One bucket of one series: a counter of all that took no longer than its bound. */
export interface BucketCounter extends Counter {
  readonly boundMs: number;
}

/** What of one page is about traffic. What it does not tell is empty or absent. */
export interface Meters {
  /** Where it stands on the page. */
  readonly families: Families;
  readonly requests: readonly Counter[];
  readonly errors: readonly Counter[];
  readonly buckets: readonly BucketCounter[];
  /** Requests under way. */
  readonly active?: number;
  /** Whether the proxy says there that it has its Claude CLI. */
  readonly cli?: boolean;
  /** True when no label tells our own probes from other requests: they may be counted. */
  readonly countsProbes: boolean;
}

const ENDPOINTS = ['endpoint', 'path', 'route', 'handler', 'url', 'uri'] as const;
const STATUSES = ['status', 'status_code', 'code', 'http_status'] as const;
const ERROR_TYPES = ['error_type', 'type', 'kind', 'reason', 'error', 'code', 'status'] as const;
const MAX_ERROR_NAME = 40;
/** Nobody counts so far: what is more would only spoil the sums. */
const MAX_COUNT = 1e15;

/** A phase of requests among others (`queue_wait`, `upstream`): only all of it is a duration of requests. */
const PHASE = 'phase';
const WHOLE_PHASE = 'total';

/**
 * Reads a page of metrics. Nothing when it is none (JSON, HTML), has nothing about traffic, or is too large to be read
 * as a whole: half of the series would tell wrong numbers. `ownPath`: the path of the address that is watched.
 */
export function readMeters(page: string, ownPath: string): Meters | undefined {
  const exposition = readExposition(page, isRead);
  const families = chooseFamilies(exposition);
  const { requests, errors, duration, active, cli } = families;
  if (!exposition.whole || (requests === undefined && errors === undefined && duration === undefined)) return undefined;
  const named = (name: string | undefined): readonly Sample[] =>
    exposition.samples.filter((sample) => sample.name === name && !isProbe(sample, ownPath));
  const activeNow = sumOf(named(active));
  const cliNow = sumOf(named(cli));
  return {
    families,
    requests: named(requests).flatMap((sample) => counter(sample, STATUSES.find(isThere(sample)), isFailure)),
    errors: named(errors).flatMap((sample) => counter(sample, ERROR_TYPES.find(isThere(sample)), () => true)),
    buckets: duration === undefined ? [] : bucketsOf(exposition, duration, ownPath),
    countsProbes: named(requests).some(hidesProbes),
    ...(activeNow !== undefined && { active: activeNow }),
    ...(cliNow !== undefined && { cli: cliNow > 0 }),
  };
}

function isThere({ labels }: Sample): (name: string) => boolean {
  return (name) => labelOf(labels, name) !== undefined;
}

function isProbe({ labels }: Sample, ownPath: string): boolean {
  const endpoint = firstLabel(labels, ENDPOINTS);
  return endpoint !== undefined && isOwnProbe(endpoint, ownPath);
}

// No health check names a model.
function hidesProbes({ labels }: Sample): boolean {
  return firstLabel(labels, [...ENDPOINTS, 'model']) === undefined;
}

function counter(
  { labels, value }: Sample,
  told: string | undefined,
  fails: (word: string) => boolean,
): readonly Counter[] {
  if (!isCount(value)) return [];
  const word = told === undefined ? undefined : labelOf(labels, told);
  const key = keyOf(labels);
  if (!fails(word ?? '')) return [{ key, value }];
  return [{ key, value, error: plain(word ?? '', MAX_ERROR_NAME) }];
}

function bucketsOf({ samples }: Exposition, { name, unitMs }: Duration, ownPath: string): readonly BucketCounter[] {
  const all = samples.filter((sample) => sample.name === `${name}_bucket` && !isProbe(sample, ownPath));
  const hasPhases = all.some(({ labels }) => labelOf(labels, PHASE) !== undefined);
  return all
    .filter(({ labels }) => !hasPhases || labelOf(labels, PHASE) === WHOLE_PHASE)
    .flatMap(({ labels, value }) => {
      const bound = readNumber(labelOf(labels, 'le') ?? '');
      // Nothing takes less than no time.
      if (bound === undefined || Number.isNaN(bound) || bound < 0 || !isCount(value)) return [];
      return [{ key: keyOf(labels), value, boundMs: bound * unitMs }];
    });
}

function isCount(value: number): boolean {
  return value >= 0 && value <= MAX_COUNT;
}

function sumOf(samples: readonly Sample[]): number | undefined {
  const values = samples.map(({ value }) => value).filter(isCount);
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0);
}
