import type { PointerEvent, ReactElement, ReactNode } from 'react';
import css from './CellWalk.module.css';

interface Props {
  /** What is walked through. */
  readonly label: string;
  readonly cells: number;
  /** The cell that is looked at, counted from 0. */
  readonly cell: number;
  /** That cell as a sentence. */
  readonly spoken: string;
  readonly onWalk: (cell: number) => void;
  readonly children: ReactNode;
}

/**
 * A chart whose cells can be looked at one by one: with the arrow keys, which a screen reader answers with the sentence of
 * the cell, or by pointing at it. A slider of the system lies over the picture, so that it behaves as users know it.
 */
export function CellWalk({ label, cells, cell, spoken, onWalk, children }: Props): ReactElement {
  const inPercent = (share: number): string => `${(share * 100).toFixed(3)}%`;
  return (
    <div className={css['chart']}>
      {children}
      <span
        className={css['cell']}
        style={{ insetInlineStart: inPercent(cell / cells), width: inPercent(1 / cells) }}
        aria-hidden="true"
      />
      <input
        type="range"
        className={css['slider']}
        style={{ insetInline: inPercent(0.5 / cells), width: inPercent(1 - 1 / cells) }}
        min={0}
        max={cells - 1}
        value={cell}
        aria-label={label}
        aria-valuetext={spoken}
        onChange={({ target }) => onWalk(Number(target.value))}
        onPointerMove={(event) => onWalk(cellUnder(event, cells))}
      />
    </div>
  );
}

// The slider lies from the middle of the first cell to the middle of the last.
function cellUnder({ clientX, currentTarget }: PointerEvent<HTMLInputElement>, cells: number): number {
  const { left, width } = currentTarget.getBoundingClientRect();
  const share = width === 0 ? 0 : (clientX - left) / width;
  const isMirrored = getComputedStyle(currentTarget).direction === 'rtl';
  return Math.min(cells - 1, Math.max(0, Math.round((isMirrored ? 1 - share : share) * (cells - 1))));
}
