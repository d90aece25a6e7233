import type { Quantile } from '../metrics/quantile.ts';
import type { Traffic } from '../metrics/traffic.ts';
import type { Catalogue } from './catalogue.ts';
import type { TrafficWords } from './traffic-words.ts';

/** One figure with its name, and what is behind it. */
export interface TrafficFigure {
  readonly value: string;
  readonly label: string;
  readonly detail: string;
}

/** The traffic of a target in words. */
export interface TrafficText {
  readonly figures: readonly TrafficFigure[];
  readonly source: string;
  /** The course of the requests in words, and what is behind the figures, for who cannot see the picture. */
  readonly spoken: string;
}

const MINUTE_MS = 60_000;

/** Words the traffic of a target. What its metrics do not tell has a dash. */
export function trafficText(traffic: Traffic, texts: Catalogue): TrafficText {
  const { requestsPerMinute, errorShare, p95, windowMs } = traffic;
  const words = texts.traffic;
  const number = (value: number): string => short(value, texts.locale);
  const seen = traffic.course.filter((part) => part !== undefined);
  const figures = [
    { value: told(requestsPerMinute, number), label: words.requests, detail: aboutRequests(traffic, texts) },
    { value: told(p95, (time) => duration(time, texts)), label: words.latency, detail: aboutTimes(traffic, texts) },
    {
      value: told(errorShare, (share) => percent(share, texts.locale)),
      label: words.errors,
      detail: aboutErrors(traffic),
    },
  ];
  return {
    figures,
    source: windowMs === 0 ? words.counting : words.source(Math.max(1, Math.round(windowMs / MINUTE_MS))),
    spoken: `${spokenCourse(seen, number, words)} ${joined(figures.map(({ detail }) => detail))}`.trim(),
  };
}

function spokenCourse(seen: readonly number[], number: (value: number) => string, words: TrafficWords): string {
  const last = seen.at(-1);
  if (last === undefined) return words.nothingYet;
  return words.course(number(Math.min(...seen)), number(Math.max(...seen)), number(last));
}

const NOTHING = '–';
const SEPARATOR = ' · ';
const LEAST_SHARE = 0.001;

function told<T>(value: T | undefined, word: (value: T) => string): string {
  return value === undefined ? NOTHING : word(value);
}

function aboutRequests({ active, countsProbes }: Traffic, { traffic: words }: Catalogue): string {
  const about = [active === undefined ? '' : words.active(active), countsProbes ? words.countsProbes : ''];
  return joined(about);
}

function joined(details: readonly string[]): string {
  return details.filter((each) => each !== '').join(SEPARATOR);
}

function aboutTimes({ p50, p99 }: Traffic, texts: Catalogue): string {
  if (p50 === undefined || p99 === undefined) return '';
  return `p50 ${duration(p50, texts)}${SEPARATOR}p99 ${duration(p99, texts)}`;
}

function aboutErrors({ errorTypes }: Traffic): string {
  return errorTypes
    .filter(({ name }) => name !== '')
    .map(({ name, count }) => `${name}: ${Math.round(count)}`)
    .join(SEPARATOR);
}

function duration({ value, beyond }: Quantile, texts: Catalogue): string {
  const { traffic: words, milliseconds, locale } = texts;
  const time = value < 999.5 ? milliseconds(value) : words.seconds(short(value / 1_000, locale));
  return beyond ? words.more(time) : time;
}

// Any error at all shows.
function percent(share: number, locale: string): string {
  if (share > 0 && share < LEAST_SHARE) return `< ${percent(LEAST_SHARE, locale)}`;
  return share.toLocaleString(locale, { style: 'percent', ...digits(share * 100) });
}

function short(value: number, locale: string): string {
  return value.toLocaleString(locale, digits(value));
}

// Three figures are enough, and one behind the point.
function digits(value: number): Intl.NumberFormatOptions {
  return { maximumFractionDigits: value < 99.95 ? 1 : 0 };
}
