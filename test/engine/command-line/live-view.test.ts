import { describe, expect, it } from 'vitest';
import { liveView } from '../../../engine/command-line/live-view.ts';
import type { Piece, Terminal } from '../../../engine/command-line/terminal.ts';

const plainText = (piece: Piece): string => (typeof piece === 'string' ? piece : piece[1]);

/** A terminal of so many columns that keeps what is written. */
function sheet(
  columns: number,
  rows = 24,
): { readonly terminal: Terminal; readonly written: string[]; columns: number } {
  const written: string[] = [];
  const self = {
    columns,
    written,
    terminal: {
      isLive: true,
      line: (pieces: readonly Piece[]) => pieces.map(plainText).join(''),
      print: () => {},
      printJson: () => {},
      write: (text: string) => void written.push(text),
      complain: () => {},
      size: () => ({ columns: self.columns, rows }),
      onResize: () => () => {},
    },
  };
  return self;
}

// Without the frame around each drawing.
const drawn = (written: readonly string[]): readonly string[] =>
  written.map((text) => text.replaceAll('\u001B[', '<').replaceAll(/<\?2026[hl]/g, ''));

describe('the live view', () => {
  it('writes only the lines that have changed, each drawing at once', () => {
    const { terminal, written } = sheet(80);
    const view = liveView(terminal);
    view.draw([['one'], ['two'], ['three']]);
    view.draw([['one'], ['two'], ['three']]);
    view.draw([['one'], ['2'], ['three']]);
    view.end();
    expect(drawn(written)).toEqual(['<?25l\rone<K\n\rtwo<K\n\rthree<K\n', '<3A\n\r2<K\n\n', '<?25h']);
  });

  it('takes away lines that are no more, and adds new ones below', () => {
    const { terminal, written } = sheet(80);
    const view = liveView(terminal);
    view.draw([['one'], ['two']]);
    view.draw([['one']]);
    view.draw([['one'], ['again']]);
    expect(drawn(written).slice(1)).toEqual(['<2A\n<J', '<1A\n\ragain<K\n']);
  });

  it('cuts what does not fit, by the columns that it takes', () => {
    const { terminal, written } = sheet(8);
    liveView(terminal).draw([['健康健康健康'], ['ab', ['bad', 'cdefghi'], 'j']]);
    expect(drawn(written)).toEqual(['<?25l\r健康健…<K\n\rabcdef…<K\n']);
  });

  it('shows no more lines than there are rows', () => {
    const { terminal, written } = sheet(80, 3);
    liveView(terminal).draw([['1'], ['2'], ['3'], ['4']]);
    expect(drawn(written)).toEqual(['<?25l\r1<K\n\r2<K\n']);
  });

  it('begins afresh in a window of another size, above the lines that it broke', () => {
    const paper = sheet(20);
    const view = liveView(paper.terminal);
    view.draw([['x'.repeat(15)], ['y']]);
    paper.columns = 10;
    view.resized();
    view.draw([['x'.repeat(15)], ['y']]);
    expect(drawn(paper.written).slice(1)).toEqual(['<3A\r<J', `\r${'x'.repeat(8)}…<K\n\ry<K\n`]);
  });
});
