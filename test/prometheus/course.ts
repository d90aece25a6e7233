import { paceFor } from '../../core/export/prometheus/pace.ts';
import { jobOf, QUESTION_IDS, type QuestionId } from '../../core/export/prometheus/questions.ts';
import { readSettings } from '../../core/settings.ts';

/** What a proxy does at a moment, as blackbox_exporter sees it. */
export type Doing = 'well' | 'gone' | 'hanging' | 'signed-out' | 'cli-missing' | 'degraded' | 'slow' | 'locked';

interface Seen {
  readonly open: 0 | 1;
  readonly status: number;
  readonly seconds: number;
  readonly matches: readonly QuestionId[];
}

const SEEN: Readonly<Record<Doing, Seen>> = {
  well: { open: 1, status: 200, seconds: 0.01, matches: [] },
  gone: { open: 0, status: 0, seconds: 0.001, matches: [] },
  hanging: { open: 1, status: 0, seconds: 8, matches: [] },
  'signed-out': { open: 1, status: 503, seconds: 0.01, matches: ['signed-out', 'unhealthy'] },
  'cli-missing': { open: 1, status: 503, seconds: 0.01, matches: ['cli-not-found', 'unhealthy'] },
  degraded: { open: 1, status: 200, seconds: 0.01, matches: ['degraded', 'health'] },
  slow: { open: 1, status: 200, seconds: 1.5, matches: [] },
  locked: { open: 1, status: 401, seconds: 0.01, matches: [] },
};

/** A proxy over time: from each second on, what it does. */
export type Course = readonly (readonly [fromSecond: number, doing: Doing])[];

/** A series as `promtool test rules` takes it, with a sample for each second. */
export interface InputSeries {
  readonly series: string;
  readonly values: string;
}

const TARGET = 'proxy="Work", url="http://localhost:8000"';
const { portMs, answerMs } = paceFor(readSettings(undefined));

/** All that Prometheus would have scraped until a second, each job at its own pace and none in step with another. */
export function seriesOf(course: Course, seconds: number): readonly InputSeries[] {
  const port = sampled(course, seconds, portMs / 1_000, 1);
  const answers = QUESTION_IDS.map((id, i) => [id, sampled(course, seconds, answerMs / 1_000, 2 * i)] as const);
  return [
    series('probe_success', 'port', port, ({ open }) => open),
    series('probe_duration_seconds', 'port', port, ({ open }) => (open === 1 ? 0.001 : 0.002)),
    series('up', 'port', port, () => 1),
    ...answers.flatMap(([id, seen]) => [
      series('up', id, seen, () => 1),
      series('probe_success', id, seen, ({ status, matches }) => (status === 200 && !matches.includes(id) ? 1 : 0)),
      series('probe_http_status_code', id, seen, ({ status }) => status),
      series('probe_duration_seconds', id, seen, (each) => each.seconds),
      series('probe_failed_due_to_regex', id, seen, ({ matches }) => (matches.includes(id) ? 1 : 0)),
    ]),
  ];
}

function sampled(course: Course, seconds: number, every: number, offset: number): readonly (Seen | undefined)[] {
  return Array.from({ length: seconds + 1 }, (_none, second) => {
    const lastScrape = second - ((second - offset + every) % every);
    const doing = course.findLast(([from]) => from <= lastScrape)?.[1];
    return doing === undefined || second < offset ? undefined : SEEN[doing];
  });
}

function series(
  name: string,
  job: QuestionId | 'port',
  seen: readonly (Seen | undefined)[],
  value: (seen: Seen) => number,
): InputSeries {
  const values = seen.map((each) => (each === undefined ? '_' : String(value(each))));
  return { series: `${name}{job="${jobOf(job)}", ${TARGET}}`, values: values.join(' ') };
}
