import type { CheckResult, Diagnosis } from '../../core/diagnosis/diagnosis.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import type { Catalogue } from '../../core/text/catalogue.ts';
import { checkRow, type CheckMark } from '../../core/text/check-rows.ts';
import { summaryLine } from '../../core/text/diagnosis-lines.ts';
import { foundCards, type FoundCard } from '../../core/text/found-cards.ts';
import { inColourOf, sign } from './light-style.ts';
import type { Piece } from './terminal.ts';

type Line = readonly Piece[];

const MARKS: Readonly<Record<CheckMark, Piece>> = {
  waiting: ' ',
  running: ' ',
  pass: ['good', '✔'],
  warn: ['warning', '!'],
  fail: ['bad', '✖'],
  skipped: ['faint', '-'],
  unfinished: ['warning', '?'],
};

/** One check that has ended. */
export function checkLine(result: CheckResult, texts: Catalogue): Line {
  const { name, detail, trailing, mark } = checkRow(result, texts);
  return [MARKS[mark], ' ', ['strong', name], `  ${detail}`, ['faint', `  ${trailing}`]];
}

/** What a run came to: the root cause with its remedy, and what else was found; or the good news. */
export function endLines(diagnosis: Diagnosis, snapshot: Snapshot, texts: Catalogue): readonly Line[] {
  const { root, others } = foundCards(diagnosis, snapshot, texts);
  const summary = summaryLine(diagnosis, texts);
  return [
    ...(root === undefined ? [] : [[['strong', texts.diagnosis.rootCause] satisfies Piece], ...cardLines(root, texts)]),
    ...(summary === undefined
      ? []
      : [[sign(summary.light), ' ', inColourOf(summary.light, summary.title), ` · ${summary.detail}`]]),
    ...(others.length === 0 ? [] : [[], [['strong', texts.alsoFound] satisfies Piece]]),
    ...others.flatMap((card) => cardLines(card, texts)),
  ];
}

function cardLines({ headline, light, isHint, card }: FoundCard, texts: Catalogue): readonly Line[] {
  const mark: Piece = isHint ? MARKS.warn : sign(light);
  return [
    [mark, ' ', ['strong', headline]],
    [`  ${card.why}`],
    ...(card.said === undefined ? [] : [[`  ${card.said.by}: `, ['faint', `“${card.said.words}”`] satisfies Piece]]),
    ...(card.searchedPaths.length === 0 ? [] : [[`  ${texts.searchedIn}: ${card.searchedPaths.join(', ')}`]]),
    ...card.steps.map(({ text, command }, i): Line => [
      `  ${i + 1}. ${text}`,
      command === undefined ? '' : ['strong', `: ${command.text}`],
    ]),
  ];
}
