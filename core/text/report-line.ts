import type { Snapshot } from '../snapshot.ts';
import { worstTarget } from '../snapshot.ts';
import type { Catalogue } from './catalogue.ts';
import { headline, subline } from './target-lines.ts';

/** One line for a terminal: the light's name, padded, and what is so. */
export function reportLine(snapshot: Snapshot, texts: Catalogue): string {
  const target = worstTarget(snapshot);
  const said =
    target === undefined ? texts.looking : `${headline(target, texts)} (${subline(target, snapshot.at, texts)})`;
  return `${snapshot.light.padEnd(8)} ${said}`;
}
