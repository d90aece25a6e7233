import type { Snapshot } from '../../core/snapshot.ts';
import type { Catalogue } from '../../core/text/catalogue.ts';
import { sharing } from '../../core/text/sharing.ts';
import { targetRows, type TargetRow } from '../../core/text/target-rows.ts';
import { inColourOf, sign } from './light-style.ts';
import type { Piece } from './terminal.ts';
import { padded, width } from './width.ts';

/** All targets as lines, the worst first, after how many share its trouble: a light and what is so, and where something is wrong, the first thing to do. */
export function targetTable(snapshot: Snapshot, texts: Catalogue): readonly (readonly Piece[])[] {
  const rows = targetRows(snapshot, texts);
  const widths = { word: widest(rows.map(({ word }) => word)), name: widest(rows.map(({ name }) => name)) };
  const share = sharing(snapshot, texts);
  const lines = rows.flatMap((row) => linesOf(row, widths));
  return share === undefined ? lines : [[inColourOf(snapshot.light, share)], ...lines];
}

function linesOf(
  row: TargetRow,
  widths: { readonly word: number; readonly name: number },
): readonly (readonly Piece[])[] {
  const { light, word, name, headline, detail, next } = row;
  const named = widths.name === 0 ? '' : `${padded(name, widths.name)}  `;
  const line: readonly Piece[] = [
    sign(light),
    ' ',
    inColourOf(light, padded(word, widths.word)),
    '  ',
    ['strong', named],
    headline,
    ['faint', ` · ${detail}`],
  ];
  return next === undefined ? [line] : [line, [' '.repeat(widths.word + 4), ['faint', `→ ${next}`]]];
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(width));
}
