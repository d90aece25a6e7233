import type { FindingId } from '../health/finding.ts';
import type { FindingWords } from './catalogue.ts';
import type { TrafficWords } from './traffic-words.ts';

export const englishTraffic: TrafficWords = {
  title: 'Traffic',
  source: (minutes) => `from /metrics · last ${minutes} min`,
  counting: 'from /metrics · counting …',
  requests: 'requests / min',
  latency: 'p95 latency',
  errors: 'errors',
  active: (count) => `${count.toLocaleString('en')} under way`,
  more: (figure) => `> ${figure}`,
  seconds: (seconds) => `${seconds} s`,
  countsProbes: 'may include our own checks',
  course: (least, most, last) => `Requests a minute: from ${least} to ${most}, at the end ${last}.`,
  nothingYet: 'Requests a minute: nothing counted yet.',
};

/** The words of what traffic tells of a proxy, in English. */
export const englishTrafficFindings = {
  'upstream-failing': {
    headline: () => 'Requests fail behind a healthy proxy',
    title: 'See why requests fail',
    why: ({ name }) =>
      `The proxy says that it is well, but most of the newest requests failed${name === undefined ? '' : ` (most often: ${name})`}. Its way to Claude may be closed, or its login refused.`,
  },
  'errors-unusual': {
    headline: ({ times }) =>
      times === undefined ? 'More errors than usual' : `Errors are ${times.toLocaleString('en')}× the usual`,
    title: 'More requests fail than usual',
    why: ({ name }) =>
      `Over the last half hour a larger share of requests failed than over the day before${name === undefined ? '' : ` (most often: ${name})`}.`,
  },
} satisfies Readonly<Partial<Record<FindingId, FindingWords>>>;
