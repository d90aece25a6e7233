import { byCause, type Finding } from '../../health/finding.ts';
import { GATHERING_MS, TOGETHER_MS } from '../../monitor/failures-told.ts';
import type { Settings } from '../../settings.ts';
import type { ExportFile } from '../export-file.ts';
import { yamlText } from '../yaml-text.ts';
import { FLAPPING } from './alerts.ts';
import type { Condition } from './conditions.ts';
import { latest, promDuration, type Pace } from './pace.ts';

const HEAD = [
  'The configuration of Alertmanager 0.25 or later.',
  'Say under the receiver "pilot-light" where alerts go: https://prometheus.io/docs/alerting/latest/configuration/',
];

const RECEIVER = 'pilot-light';
const NOBODY = 'nobody';
const QUIET = 'quiet-hours';
// Alertmanager can only repeat seldom, not never: it forgets what it told after five days.
const SELDOM = '120h';

/** The configuration of Alertmanager: one notification for a failure, of its root cause. */
export function alertmanagerConfig(seen: readonly Condition[], pace: Pace, settings: Settings): ExportFile {
  const quietHours = quietIn(settings);
  const config = {
    route: route(seen, pace, settings),
    receivers: [{ name: RECEIVER }, { name: NOBODY }],
    ...(quietHours !== undefined && { time_intervals: [quietInterval(quietHours)] }),
    inhibit_rules: [flappingRule(), ...inhibitRules(seen)],
  };
  return { name: 'alertmanager.yml', text: yamlText(config, HEAD) };
}

function route(seen: readonly Condition[], pace: Pace, settings: Settings): object {
  const { notifications, reminders } = settings;
  const told = {
    receiver: notifications ? RECEIVER : NOBODY,
    ...(quietIn(settings) !== undefined && { mute_time_intervals: [QUIET] }),
  };
  const first = seen.filter((each) => !seen.some((other) => isRoot(other, each)));
  return {
    receiver: NOBODY,
    group_by: ['url'],
    // What explains a trouble may come as long after it.
    group_wait: promDuration(latest(pace)),
    group_interval: promDuration(TOGETHER_MS),
    repeat_interval: reminders === 'off' ? SELDOM : promDuration(reminders * 60_000),
    routes: [
      { receiver: NOBODY, matchers: ['severity="info"'] },
      // What nothing can explain waits for nothing.
      { ...told, matchers: [anyOf(first)], group_wait: promDuration(GATHERING_MS) },
      told,
    ],
  };
}

function anyOf(seen: readonly Condition[]): string {
  return `finding=~"${seen.map(({ finding }) => finding).join('|')}"`;
}

/** What stands earlier in the causal order silences all that it explains, for the same target. */
function inhibitRules(conditions: readonly Condition[]): readonly object[] {
  return conditions
    .map((cause) => ({ cause, explained: conditions.filter((other) => isRoot(cause, other)) }))
    .filter(({ explained }) => explained.length > 0)
    .map(({ cause, explained }) => ({
      source_matchers: [`finding="${cause.finding}"`],
      target_matchers: [anyOf(explained)],
      equal: ['url'],
    }));
}

/** Whether the first of two findings would be told as the root cause. */
function isRoot(cause: Condition, other: Condition): boolean {
  if (cause.finding === other.finding) return false;
  const [root] = byCause([other, cause].map(asFinding));
  return root?.id === cause.finding;
}

function asFinding({ finding, severity }: Condition): Finding {
  return { id: finding, severity, evidence: {} };
}

// A proxy that fails and recovers again and again is told once.
function flappingRule(): object {
  return { source_matchers: [`alertname="${FLAPPING}"`], target_matchers: ['finding=~".+"'], equal: ['url'] };
}

// Where both ends are the same there are none: no times at all could be read as always.
function quietIn({ quietHours }: Settings): Settings['quietHours'] {
  return quietHours?.from === quietHours?.to ? undefined : quietHours;
}

// By the clock on the wall of the computer on which Alertmanager runs.
function quietInterval({ from, to }: NonNullable<Settings['quietHours']>): object {
  const over = from > to;
  const times = over
    ? [
        { start_time: from, end_time: '24:00' },
        { start_time: '00:00', end_time: to },
      ]
    : [{ start_time: from, end_time: to }];
  return { name: QUIET, time_intervals: [{ times: times.filter(isSpan), location: 'Local' }] };
}

function isSpan({ start_time, end_time }: { readonly start_time: string; readonly end_time: string }): boolean {
  return start_time !== end_time;
}
