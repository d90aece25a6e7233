import type { Worked } from '../advice/worked.ts';
import { isBad, type Light } from '../health/light.ts';
import type { Platform } from '../platform.ts';
import type { Snapshot, TargetView } from '../snapshot.ts';
import { reportedComputer, type ReportedComputer } from './reported-computer.ts';
import { reportedDiagnosis, type ReportedDiagnosis } from './reported-diagnosis.ts';
import { reportedTarget, type ReportedTarget } from './reported-target.ts';
import { momentTold, type Sayer } from './say.ts';

/** A report as plain data. It is built field by field: what is not listed here cannot be in one. */
export interface ReportModel {
  readonly kind: 'pilot-light-report';
  /** Counts up when a reader of an older report would misread a newer one. */
  readonly edition: 1;
  readonly at: string;
  readonly appVersion: string;
  readonly platform: Platform;
  readonly light: Light;
  /** Whether texts and lists were cut further than usual, so that the report stays below its limit. */
  readonly shortened: boolean;
  readonly targets: readonly ReportedTarget[];
  readonly targetsLeftOut: number;
  readonly diagnosis?: ReportedDiagnosis;
  readonly computer?: ReportedComputer;
  /** What helped the last time, by finding. */
  readonly worked: Worked;
  /** The last errors of the app itself, newest last. */
  readonly errors: readonly string[];
}

/** What of a snapshot may be told to others. The same snapshot always gives the same model. */
export function reportOf(snapshot: Snapshot, errors: readonly string[], say: Sayer, shortened: boolean): ReportModel {
  const { at, appVersion, platform, light, targets, diagnosis, sight, worked } = snapshot;
  const kept = numbered(targets).slice(0, say.limits.targets);
  const each = kept.length === 0 ? 0 : Math.floor(say.limits.components / kept.length);
  const diagnosed = targets.findIndex(({ id }) => id === diagnosis?.targetId);
  return {
    kind: 'pilot-light-report',
    edition: 1,
    at: momentTold(at),
    appVersion: say.text(appVersion),
    platform,
    light,
    shortened,
    targets: kept.map(({ view, number }) => reportedTarget(view, number, each, say)),
    targetsLeftOut: targets.length - kept.length,
    ...(diagnosis !== undefined && {
      diagnosis: reportedDiagnosis(diagnosis, diagnosed < 0 ? undefined : diagnosed + 1, say),
    }),
    ...(sight !== undefined && { computer: reportedComputer(sight, say) }),
    worked,
    errors: errors.slice(-say.limits.list).map(say.text),
  };
}

interface Numbered {
  readonly view: TargetView;
  readonly number: number;
}

// Where not all can be told, those in trouble can.
function numbered(targets: readonly TargetView[]): readonly Numbered[] {
  return targets
    .map((view, i) => ({ view, number: i + 1 }))
    .toSorted((a, b) => Number(isBad(b.view.light)) - Number(isBad(a.view.light)));
}
