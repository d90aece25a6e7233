import type { Redact } from '../report/redact.ts';
import type { ReportedAnswer, ReportedIncident, ReportedTarget } from '../report/reported-target.ts';
import type { Light } from '../health/light.ts';
import type { Snapshot } from '../snapshot.ts';
import { boundedAnswer, circumstancesAt, NOTE, toldFinding, type ToldFinding } from './answer.ts';

/** One target, in our own words, with what it said itself as a quotation. */
interface ToldTarget extends Pick<ReportedTarget, 'number' | 'address' | 'light' | 'confirmed' | 'since' | 'ms'> {
  /** Root cause first. */
  readonly findings: readonly ToldFinding[];
  readonly incident?: ReportedIncident;
  readonly quotation?: ReportedAnswer;
}

export interface StatusAnswer {
  readonly note: string;
  readonly light: Light;
  readonly targets: readonly ToldTarget[];
  readonly targetsLeftOut: number;
  readonly shortened: boolean;
}

/** How all targets are, or the one with this number. */
export function statusAnswer(snapshot: Snapshot, redact: Redact, only?: number): StatusAnswer {
  const { targets: all } = snapshot;
  const chosen = only === undefined ? all : all.slice(only - 1, only);
  return boundedAnswer({ ...snapshot, targets: chosen }, redact, ({ light, targets, targetsLeftOut, shortened }) => ({
    note: NOTE,
    light,
    targets: targets.map((each) => told({ ...each, number: only ?? each.number }, snapshot)),
    targetsLeftOut,
    shortened,
  }));
}

function told(target: ReportedTarget, snapshot: Snapshot): ToldTarget {
  const { number, address, light, confirmed, since, ms, findings, incident, answer } = target;
  return {
    number,
    address,
    light,
    confirmed,
    since,
    ...(ms !== undefined && { ms }),
    findings: findings.map((finding) => toldFinding(finding, circumstancesAt(snapshot, number))),
    ...(incident !== undefined && { incident }),
    ...(answer !== undefined && { quotation: answer }),
  };
}
