import { styleText } from 'node:util';
import { once } from '../../core/once.ts';

/** How a piece of a line looks where there are colours. */
export type Style = 'good' | 'warning' | 'bad' | 'faint' | 'strong';

/** A piece of a line: words, or words in a style. */
export type Piece = string | readonly [Style, string];

/** The terminal, or the pipe that stands for it. All that is shown goes through here. */
export interface Terminal {
  /** Whether somebody looks on, so that a view may be redrawn. */
  readonly isLive: boolean;
  /** A line as it is written: without control characters of its own, in colours where there are some. */
  line(pieces: readonly Piece[]): string;
  print(...pieces: readonly Piece[]): void;
  /** One line that another program reads. */
  printJson(value: unknown): void;
  /** Writes what `line` made, or our own control sequences. */
  write(text: string): void;
  /** Tells a person what went wrong, beside the output. */
  complain(text: string): void;
  size(): { readonly columns: number; readonly rows: number };
  /** Calls `listener` when the window changes its size, until the returned stop is called. */
  onResize(listener: () => void): () => void;
}

const STYLES = { good: 'green', warning: 'yellow', bad: 'red', faint: 'dim', strong: 'bold' } as const;

// Whatever a terminal might obey, and what cannot be seen. Letters, marks, symbols and spaces stay.
const unseen = once(() => /[\p{C}\p{Zl}\p{Zp}]/gu);
const otherSpace = once(() => /(?! )\p{Zs}/gu);
const notPlain = once(() => new RegExp(`${unseen().source}|${otherSpace().source}`, 'gu'));
// Most lines are nothing but these, and need no closer look.
const SIMPLE = /^[ -~]*$/;

/** What terminals need of the streams of a process. */
export interface Streams {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: NodeJS.ProcessEnv;
}

export function terminalOf({ stdout, stderr, env }: Streams): Terminal {
  const isLive = stdout.isTTY && env['TERM'] !== 'dumb';
  // https://no-color.org: set, and not empty.
  const hasColours = isLive && !env['NO_COLOR'];
  const line = (pieces: readonly Piece[]): string =>
    pieces
      .map((piece) => {
        if (typeof piece === 'string') return visible(piece);
        const text = visible(piece[1]);
        return hasColours && text !== '' ? styleText(STYLES[piece[0]], text) : text;
      })
      .join('')
      .trimEnd();
  return {
    isLive,
    line,
    print: (...pieces) => void stdout.write(`${line(pieces)}\n`),
    printJson: (value) => void stdout.write(`${jsonLine(value)}\n`),
    write: (text) => void stdout.write(text),
    complain: (text) => void stderr.write(`pilot-light: ${visible(text)}\n`),
    size: () => ({ columns: stdout.columns || 80, rows: stdout.rows || 24 }),
    onResize: (listener) => {
      stdout.on('resize', listener);
      return () => stdout.off('resize', listener);
    },
  };
}

function visible(text: string): string {
  return SIMPLE.test(text) ? text : text.replace(unseen(), '').replace(otherSpace(), ' ');
}

/** A value on one line. What is not seen is written as an escape: who only shows the line is as safe as who reads it. */
export function jsonLine(value: unknown): string {
  const text = JSON.stringify(value);
  if (SIMPLE.test(text)) return text;
  return text.replace(notPlain(), (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
