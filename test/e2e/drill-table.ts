import type { Machine } from '../bench/machine.ts';
import type { Fault } from './drill-faults.ts';
import type { Played } from './drill-lane.ts';

const HEAD = ['Fault', 'Light', 'Root cause', 'First step', 'Time to light', 'Notifications', 'Fix'] as const;

/** The cells of the table, its head first. */
function cellsOf(faults: readonly Fault[], played: readonly Played[]): readonly (readonly string[])[] {
  const rows = played.map(({ told, seconds }, i) => {
    const { light = '?', cause, step, notifications, fixed } = told;
    const time = `${seconds.toFixed(2)} s`.padStart(6);
    return [faults[i]?.what ?? '', light, cause, step, time, notifications.join(' + '), fixed ? 'proved' : ''];
  });
  const all = [HEAD, ...rows];
  return all.map((row) => row.map((cell, i) => cell.padEnd(Math.max(...all.map((each) => each[i]?.length ?? 0)))));
}

/** The table as a terminal shows it. */
export function drillText(faults: readonly Fault[], played: readonly Played[]): string {
  const lines = cellsOf(faults, played).map((cells) => cells.join('  ').trimEnd());
  return `${lines.join('\n')}\n`;
}

/** `docs/drill.md`. */
export function drillPage(faults: readonly Fault[], played: readonly Played[], machine: Machine): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const [head = [], ...body] = cellsOf(faults, played);
  return [
    '# The drill',
    '',
    '_Written by `npm run drill -- --write`; not by hand._',
    '',
    'Each row happened to a simulated proxy in good health that the real app watched, on a real desktop in memory. Light, root',
    'cause and first step are what the tray and the popup showed; a command to copy was copied; then the proxy was mended, and',
    '“proved” means that the popup told how long after that it was fixed. `npm test` plays all of it, and fails at a light that is',
    'green, at another cause or step, and at one notification too many or too few.',
    '',
    'Time to light: from the fault until the app told of it. Who listens no more is noticed at once, because a connection ends;',
    'a wrong answer with the next look, at most 4 s later; silence when the time for an answer is over. Notifications: those of',
    'the fault, and those of its end. What is grey is in doubt, and nobody is disturbed for that.',
    '',
    `Played on ${machine.date}: ${machine.cpu}, ${machine.cores} cores; ${machine.os}.`,
    '',
    line(head),
    line(head.map((cell) => '-'.repeat(cell.length))),
    ...body.map(line),
    '',
  ].join('\n');
}
