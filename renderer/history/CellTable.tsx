import { useState, type ReactElement } from 'react';
import { cellAt } from '../../core/history/availability.ts';
import type { LookBack } from '../../core/history/look-back.ts';
import { shortMoment } from '../../core/text/short-moment.ts';
import { stretchLines } from '../../core/text/stretch-lines.ts';
import { usePopup } from '../state/popup.ts';
import css from './CellTable.module.css';

/** The pictures as a table, once it is opened. The newest is first, as it is asked for most. */
export function CellTable({ lookBack }: { readonly lookBack: LookBack }): ReactElement {
  const { texts } = usePopup();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={css['details']} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={css['summary']}>{texts.history.asTable}</summary>
      {isOpen && <Table lookBack={lookBack} />}
    </details>
  );
}

function Table({ lookBack: { availability, latency } }: { readonly lookBack: LookBack }): ReactElement {
  const { texts } = usePopup();
  const { history, milliseconds } = texts;
  return (
    <table className={css['table']}>
      <thead>
        <tr>
          <th scope="col">{history.time}</th>
          <th scope="col">{history.availability}</th>
          <th scope="col">p50</th>
          <th scope="col">p95</th>
        </tr>
      </thead>
      <tbody>
        {availability.cells
          .map((_cell, i) => {
            const stretch = cellAt(availability, i);
            const answered = latency[i];
            const { when, what } = stretchLines(stretch, answered, texts);
            return (
              <tr key={stretch.from}>
                <th scope="row" title={when}>
                  {shortMoment(stretch.from, availability.to, texts)}
                </th>
                <td>{what}</td>
                <td>{answered === undefined ? '–' : milliseconds(answered.p50)}</td>
                <td>{answered === undefined ? '–' : milliseconds(answered.p95)}</td>
              </tr>
            );
          })
          .toReversed()}
      </tbody>
    </table>
  );
}
