import type { Piece, Terminal } from './terminal.ts';
import { fitted, width } from './width.ts';

/** Some lines at the end of a terminal that are changed in place. */
export interface LiveView {
  draw(lines: readonly (readonly Piece[])[]): void;
  /** The window has another size: the terminal may have broken the lines anew, so the next drawing begins afresh. */
  resized(): void;
  /** Leaves what is shown where it is, and the cursor below. */
  end(): void;
}

const ESC = '\u001B[';
const HIDE_CURSOR = `${ESC}?25l`;
const SHOW_CURSOR = `${ESC}?25h`;
const TO_END_OF_LINE = `${ESC}K`;
const TO_END_OF_SCREEN = `${ESC}J`;
// Terminals that know it show what is between these two at once; the others do not mind.
const FRAME = [`${ESC}?2026h`, `${ESC}?2026l`] as const;

interface Shown {
  readonly text: string;
  readonly width: number;
}

/** Draws nothing yet. Writes only lines that have changed, and nothing at all where none has. */
export function liveView(terminal: Terminal): LiveView {
  let shown: readonly Shown[] = [];
  let started = false;

  const rendered = (lines: readonly (readonly Piece[])[]): readonly Shown[] => {
    const { columns, rows } = terminal.size();
    return lines.slice(0, Math.max(1, rows - 1)).map((line) => {
      const pieces = fittedPieces(line, columns - 1);
      return { text: terminal.line(pieces), width: widthOf(pieces) };
    });
  };

  return {
    draw: (lines) => {
      const next = rendered(lines);
      if (next.length === shown.length && next.every(({ text }, i) => text === shown[i]?.text)) return;
      const start = started ? up(shown.length) : HIDE_CURSOR;
      const body = next
        .map(({ text }, i) => (text === shown[i]?.text ? '\n' : `\r${text}${TO_END_OF_LINE}\n`))
        .join('');
      const rest = next.length < shown.length ? TO_END_OF_SCREEN : '';
      terminal.write(`${FRAME[0]}${start}${body}${rest}${FRAME[1]}`);
      started = true;
      shown = next;
    },
    resized: () => {
      if (!started) return;
      const { columns } = terminal.size();
      const rows = shown.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.width / columns)), 0);
      terminal.write(`${up(rows)}\r${TO_END_OF_SCREEN}`);
      shown = [];
    },
    end: () => {
      if (started) terminal.write(SHOW_CURSOR);
    },
  };
}

// Zero would count as one.
function up(rows: number): string {
  return rows === 0 ? '' : `${ESC}${rows}A`;
}

function fittedPieces(pieces: readonly Piece[], columns: number): readonly Piece[] {
  const kept: Piece[] = [];
  let left = columns;
  for (const piece of pieces) {
    const text = typeof piece === 'string' ? piece : piece[1];
    const part = fitted(text, left);
    kept.push(typeof piece === 'string' ? part : [piece[0], part]);
    if (part !== text) break;
    left -= width(text);
  }
  return kept;
}

function widthOf(pieces: readonly Piece[]): number {
  return width(pieces.map((piece) => (typeof piece === 'string' ? piece : piece[1])).join(''));
}
