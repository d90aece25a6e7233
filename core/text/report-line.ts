import type { Snapshot } from '../snapshot.ts';
import { worstTarget } from '../snapshot.ts';
import type { Catalogue } from './catalogue.ts';
import { headline, shortUrl } from './target-lines.ts';

/** One line for a terminal: the light's name, padded, and what is so. It stays true until the next line. */
export function reportLine(snapshot: Snapshot, texts: Catalogue): string {
  const target = worstTarget(snapshot);
  const said = target === undefined ? texts.looking : `${headline(target, texts)} · ${shortUrl(target.url)}`;
  return `${snapshot.light.padEnd(8)} ${said}`;
}
