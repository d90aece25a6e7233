import type { Snapshot, TargetView } from '../../core/snapshot.ts';
import type { Catalogue } from '../../core/text/catalogue.ts';
import { headline, shortUrl } from '../../core/text/target-lines.ts';
import { inColourOf, sign } from './light-style.ts';
import type { Piece } from './terminal.ts';

/** Prints a line whenever the light of a target, or what is said about it, is no longer what it was. */
export function watchLines(texts: Catalogue, print: (...line: readonly Piece[]) => void): (snapshot: Snapshot) => void {
  const said = new Map<string, string>();
  return ({ at, targets }) => {
    for (const target of targets) {
      if (target.probedAt === undefined) continue;
      const says = `${target.light} ${headline(target, texts)}`;
      if (said.get(target.id) === says) continue;
      said.set(target.id, says);
      print(...lineOf(target, at, texts));
    }
  };
}

function lineOf(target: TargetView, at: number, texts: Catalogue): readonly Piece[] {
  const { name, url, light } = target;
  const where = name === url ? shortUrl(url) : `${name} · ${shortUrl(url)}`;
  const time: Piece = ['faint', `${localTime(at)}  `];
  return [time, sign(light), ' ', inColourOf(light, texts.lights[light]), `  ${headline(target, texts)} · ${where}`];
}

/** "14:03:59", by the clock on the user's wall. */
function localTime(at: number): string {
  return new Date(at).toTimeString().slice(0, 8);
}
