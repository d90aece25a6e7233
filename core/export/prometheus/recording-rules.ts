import type { Severity } from '../../health/finding.ts';
import { BY_TARGET, PROVEN, type Condition } from './conditions.ts';
import { jobOf } from './questions.ts';

export interface RecordingRule {
  readonly record: string;
  readonly expr: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** The light as a number, so that the worst of several is the greatest. */
export const LIGHT_NUMBERS = { healthy: 0, unknown: 1, degraded: 2, down: 3 } as const;

/** Spans for which an availability is kept ready. */
export const SPANS = ['1h', '24h', '7d', '30d'] as const;

/** The rules that the alerts draw from, for an evaluation at every look. */
export function recordingRules(conditions: readonly Condition[]): readonly RecordingRule[] {
  return [...conditions.map(finding), light(), available(), well()];
}

/** The rules of what has been over longer times, for an evaluation now and then. */
export function availabilityRules(): readonly RecordingRule[] {
  return SPANS.map((span) => ({
    record: `pilot_light:availability:${span}`,
    expr: `avg_over_time(pilot_light:available[${span}])`,
  }));
}

function finding({ finding: id, severity, expression }: Condition): RecordingRule {
  return {
    record: 'pilot_light:finding',
    expr: `max by ${BY_TARGET} (${expression}) * 0 + 1`,
    labels: { finding: id, weight: severity },
  };
}

// Never green without proof: where nothing is found and nothing proven, nothing is known.
function light(): RecordingRule {
  const { healthy, unknown, degraded, down } = LIGHT_NUMBERS;
  const found = (severity: Severity, number: number): string =>
    `(max by ${BY_TARGET} (pilot_light:finding{weight="${severity}"}) * ${number})`;
  const proven = `(max by ${BY_TARGET} (${PROVEN}) * 0 + ${healthy})`;
  const watched = `(max by ${BY_TARGET} (up{job="${jobOf('health')}"}) * 0 + ${unknown})`;
  return {
    record: 'pilot_light:light',
    expr: [found('down', down), found('degraded', degraded), found('unknown', unknown), proven, watched].join(' or '),
  };
}

// 1 while no trouble is confirmed, 0 while one is: as `ALERTS` knows it, so it comes one evaluation later.
function well(): RecordingRule {
  const troubled = `(max by ${BY_TARGET} (ALERTS{alertstate="firing", weight=~"down|degraded"}) * 0)`;
  return {
    record: 'pilot_light:well',
    expr: `${troubled} or (max by ${BY_TARGET} (pilot_light:light) * 0 + 1)`,
  };
}

// Whether it was proven to be well. What is unknown was not observed, and is neither.
function available(): RecordingRule {
  const { healthy, unknown } = LIGHT_NUMBERS;
  return { record: 'pilot_light:available', expr: `(pilot_light:light != ${unknown}) == bool ${healthy}` };
}
