import type { ContradictionId, Finding, FindingId } from '../health/finding.ts';
import type { NoTray, TargetView } from '../snapshot.ts';
import type { Catalogue } from './catalogue.ts';
import { findingWithCard } from './remedy-card.ts';

/** A finding beside the root cause, told without steps. */
export interface FoundRow {
  /** Names the row: a proxy may contradict itself in several ways at once. */
  readonly id: FindingId | ContradictionId;
  readonly title: string;
  readonly detail: string;
}

/**
 * What else was found: neither what has a card of its own nor what a component's row already says. `noTray`: this desktop
 * shows no tray icons.
 */
export function alsoFound(target: TargetView, texts: Catalogue, noTray?: NoTray): readonly FoundRow[] {
  const shown = findingWithCard(target);
  const others = target.findings.filter((finding) => finding !== shown && finding.component === undefined);
  const all = noTray === undefined ? others : [...others, missingTray(noTray)];
  return all.map(({ id, evidence }) => ({
    id: evidence.contradiction ?? id,
    title: texts.findings[id].headline(evidence),
    detail: texts.findings[id].why(evidence),
  }));
}

function missingTray({ supplier }: NoTray): Finding {
  return { id: 'no-tray-host', severity: 'hint', evidence: supplier === undefined ? {} : { names: [supplier] } };
}
