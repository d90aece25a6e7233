import type { FindingId, Severity } from '../../health/finding.ts';
import { ENDS_PERCENT, STARTS_PERCENT, STATES } from '../../monitor/flapping.ts';
import type { Platform } from '../../platform.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import { remedyText } from '../remedy-text.ts';
import type { Condition } from './conditions.ts';
import { assurance, latest, promDuration, type Pace } from './pace.ts';

export interface AlertingRule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly keep_firing_for?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** How loud an alert is, by how far its finding turns the light. What turns it only grey is in no notification. */
const LOUDNESS: Readonly<Record<Severity, 'critical' | 'warning' | 'info'>> = {
  down: 'critical',
  degraded: 'warning',
  unknown: 'info',
  hint: 'info',
};

// A hint that the app notifies of, too.
const WORTH_TELLING: ReadonlySet<FindingId> = new Set(['sign-in-expires-soon']);

/** The name of the alert of a proxy that fails and recovers again and again. */
export const FLAPPING = 'PilotLightFlapping';

// The alert that nobody is told of: what was found until a moment ago.
const JUST_OVER = 'PilotLightJustOver';

/** One alert for each finding, one for those that have just ended, and one for a proxy that does not come to rest. */
export function alertingRules(
  conditions: readonly Condition[],
  pace: Pace,
  texts: Catalogue,
  platform: Platform,
): readonly AlertingRule[] {
  return [
    ...conditions.map((condition) => alertOf(condition, texts, platform)),
    justOver(pace, texts),
    flapping(pace, texts),
  ];
}

function alertOf({ finding, severity, confirmMs, recoverMs }: Condition, texts: Catalogue, on: Platform): AlertingRule {
  const { headline, why } = texts.findings[finding];
  return {
    alert: alertName(finding),
    expr: `pilot_light:finding{finding="${finding}"} == 1`,
    ...(confirmMs > 0 && { for: promDuration(confirmMs) }),
    ...(recoverMs > 0 && { keep_firing_for: promDuration(recoverMs) }),
    labels: { severity: WORTH_TELLING.has(finding) ? 'warning' : LOUDNESS[severity] },
    annotations: {
      summary: `${literal(headline({}))} ({{ $labels.proxy }})`,
      description: literal(why({})),
      remedy: literal(remedyText(finding, texts, on)),
    },
  };
}

// What a root cause explains may be seen a while longer than the cause. So that it is not told then, this silences it in place
// of the cause's alert: it carries the same finding. No weight: nothing is wrong any more.
function justOver(pace: Pace, texts: Catalogue): AlertingRule {
  const untilAllEnd = promDuration(latest(pace) + assurance(pace.answerMs));
  const each = '(proxy, url, finding)';
  const fired = `max_over_time(ALERTS{alertstate="firing", weight!=""}[${untilAllEnd}])`;
  return {
    alert: JUST_OVER,
    expr: `max by ${each} (${fired}) unless on ${each} pilot_light:finding`,
    labels: { severity: 'info' },
    annotations: {
      summary: `${literal(texts.export.justOver)} ({{ $labels.proxy }})`,
      description: literal(texts.export.justOverWhy),
    },
  };
}

// Nagios's figures without its weights, whose mean is 1: changes among so many confirmed states, on above, off below.
function flapping({ answerMs }: Pace, texts: Catalogue): AlertingRule {
  const changes = `changes(pilot_light:well[${promDuration(STATES * answerMs)}])`;
  const possible = STATES - 1;
  const starts = `${changes} > ${(possible * STARTS_PERCENT) / 100}`;
  const stays = `${changes} >= ${(possible * ENDS_PERCENT) / 100}`;
  const firing = `ALERTS{alertname="${FLAPPING}", alertstate="firing"}`;
  return {
    alert: FLAPPING,
    expr: `(${starts}) or ((${stays}) and on (proxy, url) ${firing})`,
    labels: { severity: 'warning' },
    annotations: {
      summary: `${literal(texts.flappingTitle)} ({{ $labels.proxy }})`,
      description: literal(texts.flappingBody('')).trim(),
    },
  };
}

/** The name of the alert of a finding. */
function alertName(finding: FindingId): string {
  const words = finding.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `PilotLight${words.join('')}`;
}

// Prometheus takes annotations for templates. None of our words is one.
function literal(text: string): string {
  return text.replaceAll('{{', '{{ "{{" }}');
}
