import type { ContradictionId, FindingId } from '../health/finding.ts';
import type { TargetView } from '../snapshot.ts';
import type { Catalogue } from './catalogue.ts';

/** A finding beside the root cause, told without steps. */
export interface FoundRow {
  /** Names the row: a proxy may contradict itself in several ways at once. */
  readonly id: FindingId | ContradictionId;
  readonly title: string;
  readonly detail: string;
}

/** What else was found: neither the root cause (it has its card) nor what a component's row already says. */
export function alsoFound({ light, findings }: TargetView, texts: Catalogue): readonly FoundRow[] {
  const others = light === 'healthy' ? findings : findings.slice(1);
  return others
    .filter((finding) => finding.component === undefined)
    .map(({ id, evidence }) => ({
      id: evidence.contradiction ?? id,
      title: texts.findings[id].headline(evidence),
      detail: texts.findings[id].why(evidence),
    }));
}
