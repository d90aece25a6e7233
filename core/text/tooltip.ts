import { worstTarget, type Snapshot } from '../snapshot.ts';
import { plain } from '../plain.ts';
import type { Catalogue } from './catalogue.ts';
import { duration, secondsBetween } from './duration.ts';
import { headline, shortUrl } from './target-lines.ts';

const MAX_TOOLTIP = 120;

/** The tray's tooltip: one sentence, where, and since when. Changes only when something else does. */
export function tooltip(snapshot: Snapshot, texts: Catalogue): string {
  const target = worstTarget(snapshot);
  if (target === undefined) return texts.looking;
  const since = target.probedAt === undefined ? 0 : secondsBetween(target.since, snapshot.at);
  const age = since < 60 ? [] : [texts.lasting(duration(since, texts.units))];
  return plain([headline(target, texts), shortUrl(target.url), ...age].join(' · '), MAX_TOOLTIP);
}
