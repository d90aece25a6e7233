import { worstTarget, type Snapshot } from '../snapshot.ts';
import { plain } from '../plain.ts';
import type { Catalogue } from './catalogue.ts';
import { duration, secondsBetween } from './duration.ts';
import { sharing } from './sharing.ts';
import { headline, shortUrl } from './target-lines.ts';

const MAX_TOOLTIP = 120;

/** The tray's tooltip: how many share the trouble, one sentence, where, and for how many minutes, so that it changes seldom. */
export function tooltip(snapshot: Snapshot, texts: Catalogue): string {
  const target = worstTarget(snapshot);
  if (target === undefined) return texts.looking;
  const minutes = target.probedAt === undefined ? 0 : Math.floor(secondsBetween(target.since, snapshot.at) / 60);
  const age = minutes === 0 ? [] : [texts.lasting(duration(minutes * 60, texts.units))];
  const share = sharing(snapshot, texts);
  const sentence = [...(share === undefined ? [] : [share]), headline(target, texts), shortUrl(target.url), ...age];
  return plain(sentence.join(' · '), MAX_TOOLTIP);
}
