import type { Exposition, MetricType } from './exposition.ts';

/** The names of the families that are read, of a page that may have many that would fit. */
export interface Families {
  readonly requests?: string;
  readonly errors?: string;
  readonly duration?: Duration;
  readonly active?: string;
  readonly cli?: string;
}

/** A histogram of durations, and how many milliseconds its unit has. */
export interface Duration {
  readonly name: string;
  readonly unitMs: number;
}

const REQUESTS = '_requests_total';
const ERRORS = '_errors_total';
const ACTIVE = '_active_requests';
const CLI = '_claude_cli_status';
const DURATION = /_duration(?:_(seconds|ms|milliseconds))?$/;
const OF_REQUESTS = /(?:^|_)(?:request|response)s?_duration(?:_|$)/;
const BUCKET = '_bucket';

const UNIT_MS: Readonly<Record<string, number>> = { seconds: 1_000, ms: 1, milliseconds: 1 };

/** Whether a sample of this name is looked at, whatever its prefix. */
export function isRead(name: string): boolean {
  if (name.endsWith(BUCKET)) return DURATION.test(name.slice(0, -BUCKET.length));
  return name.endsWith(REQUESTS) || name.endsWith(ERRORS) || name.endsWith(ACTIVE) || name.endsWith(CLI);
}

/**
 * Chooses one family for each figure. Where several would fit, the shortest name is the most general one
 * (`x_requests_total`, not `x_failed_requests_total`): to add them up would count requests twice. A `_total` that is
 * declared a gauge is no counter. Of several durations, only that of requests or responses is meant.
 */
export function chooseFamilies(page: Exposition): Families {
  const names = [...new Set([...page.samples.map(({ name }) => name), ...page.types.keys()])];
  const counters = names.flatMap((name) => counterNamed(name, page));
  const requests = shortest(counters.filter((name) => name.endsWith(REQUESTS)));
  const errors = errorsBeside(
    requests,
    counters.filter((name) => name.endsWith(ERRORS)),
  );
  const gauges = names.filter((name) => isOf(page.types.get(name), 'gauge'));
  const active = shortest(gauges.filter((name) => name.endsWith(ACTIVE)));
  const cli = shortest(gauges.filter((name) => name.endsWith(CLI)));
  const duration = durationAmong(names, page);
  return {
    ...(requests !== undefined && { requests: copied(requests) }),
    ...(errors !== undefined && { errors: copied(errors) }),
    ...(duration !== undefined && { duration: { ...duration, name: copied(duration.name) } }),
    ...(active !== undefined && { active: copied(active) }),
    ...(cli !== undefined && { cli: copied(cli) }),
  };
}

// A slice would keep the whole page in memory.
function copied(name: string): string {
  return Array.from(name).join('');
}

// In OpenMetrics a counter is declared without the `_total` of its samples, in Prometheus text with it.
function counterNamed(name: string, { types }: Exposition): readonly string[] {
  if (name.endsWith('_total')) {
    return isOf(types.get(name) ?? types.get(name.slice(0, -'_total'.length)), 'counter') ? [name] : [];
  }
  return types.get(name) === 'counter' ? [`${name}_total`] : [];
}

function errorsBeside(requests: string | undefined, errors: readonly string[]): string | undefined {
  const sibling = requests === undefined ? undefined : `${requests.slice(0, -REQUESTS.length)}${ERRORS}`;
  return errors.find((name) => name === sibling) ?? shortest(errors);
}

function durationAmong(names: readonly string[], page: Exposition): Duration | undefined {
  const histograms = new Set(
    names
      .map((name) => (name.endsWith(BUCKET) ? name.slice(0, -BUCKET.length) : name))
      .filter((name) => DURATION.test(name) && isOf(page.types.get(name), 'histogram')),
  );
  const all = [...histograms];
  const name = shortest(all.filter((each) => OF_REQUESTS.test(each))) ?? (all.length === 1 ? all[0] : undefined);
  const unit = name === undefined ? undefined : (DURATION.exec(name)?.[1] ?? page.units.get(name));
  const unitMs = unit === undefined ? undefined : UNIT_MS[unit];
  return name === undefined || unitMs === undefined ? undefined : { name, unitMs };
}

// What nobody declared may be what its name says.
function isOf(type: MetricType | undefined, wanted: MetricType): boolean {
  return type === undefined || type === 'unknown' || type === wanted;
}

function shortest(names: readonly string[]): string | undefined {
  return names.reduce<string | undefined>(
    (best, name) => (best === undefined || name.length < best.length ? name : best),
    undefined,
  );
}
