import type { ReactElement } from 'react';
import type { PastIncident } from '../../core/history/past-incident.ts';
import { historyFigures } from '../../core/text/history-figures.ts';
import { Button } from '../parts/Button.tsx';
import { usePopup } from '../state/popup.ts';
import { CellTable } from './CellTable.tsx';
import { Charts } from './Charts.tsx';
import { Figures } from './Figures.tsx';
import css from './History.module.css';
import { IncidentList } from './IncidentList.tsx';
import type { useLookBack } from './use-look-back.ts';

interface Props {
  readonly looking: ReturnType<typeof useLookBack>;
  readonly now: number;
  /** The incident that the user comes back from, by when it began. */
  readonly comesFrom: number | undefined;
  readonly onOpen: (incident: PastIncident) => void;
}

/** What is known of the span that was asked for; or that it is not known. */
export function Past({ looking: { lookBack, hasFailed, askAgain }, now, comesFrom, onOpen }: Props): ReactElement {
  const { texts } = usePopup();
  const { unreadable, loading, empty } = texts.history;
  if (hasFailed) {
    return (
      <div className={css['unreadable']}>
        <p>{unreadable}</p>
        <Button onPress={askAgain}>{texts.popup.tryAgain}</Button>
      </div>
    );
  }
  if (lookBack === undefined) return <p className={css['note']}>{loading}</p>;
  const { availability, probes } = lookBack;
  const isEmpty = availability.uptime === undefined && probes === 0 && availability.incidents === 0;
  return (
    <>
      {isEmpty && <p className={css['note']}>{empty}</p>}
      <Charts lookBack={lookBack} />
      {!isEmpty && (
        <>
          <Figures figures={historyFigures(availability, texts)} />
          <IncidentList lookBack={lookBack} now={now} comesFrom={comesFrom} onOpen={onOpen} />
          <CellTable lookBack={lookBack} />
        </>
      )}
    </>
  );
}
