import type { Light } from '../health/light.ts';
import { worstFirst, type Snapshot, type TargetView } from '../snapshot.ts';
import type { Catalogue } from './catalogue.ts';
import { remedyCard } from './remedy-card.ts';
import { headline, subline } from './target-lines.ts';

/** One target as a row of a table of text. */
export interface TargetRow {
  readonly light: Light;
  /** The light in words. */
  readonly word: string;
  /** Empty where it would only repeat the address. */
  readonly name: string;
  readonly headline: string;
  readonly detail: string;
  /** The first thing to do, where something is wrong, with the command that does it. */
  readonly next?: string;
}

/** All targets as rows, the worst first. */
export function targetRows(snapshot: Snapshot, texts: Catalogue): readonly TargetRow[] {
  return worstFirst(snapshot.targets).map((target) => targetRow(target, snapshot, texts));
}

function targetRow(target: TargetView, snapshot: Snapshot, texts: Catalogue): TargetRow {
  const { light, name, url } = target;
  const next = nextStep(target, snapshot, texts);
  return {
    light,
    word: texts.lights[light],
    name: name === url ? '' : name,
    headline: headline(target, texts),
    detail: subline(target, snapshot.at, texts),
    ...(next !== undefined && { next }),
  };
}

function nextStep(target: TargetView, snapshot: Snapshot, texts: Catalogue): string | undefined {
  const step = remedyCard(target, snapshot, texts)?.steps[0];
  if (step === undefined) return undefined;
  return step.command === undefined ? step.text : `${step.text}: ${step.command.text}`;
}
