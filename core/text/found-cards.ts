import { diagnosed, type Diagnosis } from '../diagnosis/diagnosis.ts';
import { healthOfSeverity, type Finding } from '../health/finding.ts';
import type { Health } from '../health/light.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Catalogue } from './catalogue.ts';
import { cardFor, type RemedyCard } from './remedy-card.ts';

/** One finding of a run: what is so, and what to do about it. */
export interface FoundCard {
  /** Names the card: a proxy may contradict itself in several ways at once. */
  readonly key: string;
  readonly headline: string;
  readonly isHint: boolean;
  /** The tone of the card. */
  readonly light: Health;
  readonly card: RemedyCard;
}

/** What a run found. `root` is absent where nothing but hints was found. */
export interface FoundCards {
  readonly root?: FoundCard;
  readonly others: readonly FoundCard[];
}

/** Words what a run found, the root cause apart. Nothing for a target that is not watched any more. */
export function foundCards(diagnosis: Diagnosis, snapshot: Snapshot, texts: Catalogue): FoundCards {
  const target = snapshot.targets.find(({ id }) => id === diagnosis.targetId);
  if (target === undefined) return { others: [] };
  const cards = diagnosed(diagnosis).map((finding) => ({
    key: keyOf(finding),
    headline: texts.findings[finding.id].headline(finding.evidence),
    isHint: finding.severity === 'hint',
    light: healthOfSeverity(finding.severity),
    card: cardFor(finding, target, snapshot, texts),
  }));
  const [first, ...rest] = cards;
  return first === undefined || first.isHint ? { others: cards } : { root: first, others: rest };
}

function keyOf({ id, evidence }: Finding): string {
  return evidence.contradiction ?? id;
}
