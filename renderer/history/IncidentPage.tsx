import type { ReactElement } from 'react';
import { incidentAt } from '../../core/history/incident-at.ts';
import { spanReaching } from '../../core/history/span-reaching.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import { incidentHeadline, pastIncidentLine } from '../../core/text/past-incident-lines.ts';
import { Page } from '../shell/Page.tsx';
import { SubPageHeader } from '../shell/SubPageHeader.tsx';
import { useNow } from '../state/now.ts';
import type { PageName, Topic } from '../state/pages.ts';
import { usePopup } from '../state/popup.ts';
import css from './History.module.css';
import { IncidentDetails } from './IncidentDetails.tsx';
import { IncidentFooter } from './IncidentFooter.tsx';
import { useLookBack } from './use-look-back.ts';

interface Props {
  readonly snapshot: Snapshot;
  readonly topic: Topic | undefined;
  /** The page that the user comes from. */
  readonly from: PageName | undefined;
}

/** All that is remembered of one incident. */
export function IncidentPage({ snapshot, topic, from }: Props): ReactElement {
  const { texts } = usePopup();
  const now = useNow(snapshot.at);
  const { target = '', startedAt = now } = topic ?? {};
  const { lookBack, hasFailed } = useLookBack(target, spanReaching(startedAt, snapshot.at), snapshot.seq);
  const incident = lookBack && incidentAt(lookBack.incidents, startedAt);
  const { loading, unknown, unreadable } = texts.history;
  const title = incident === undefined ? texts.popup.lastIncident : incidentHeadline(incident, texts);
  return (
    <Page
      header={
        <SubPageHeader
          page="incident"
          from={from}
          title={title}
          line={incident && pastIncidentLine(incident, now, texts).detail}
          takesFocus
        />
      }
      footer={<IncidentFooter target={target} span={topic?.span ?? 'day'} incident={incident} />}
    >
      {incident === undefined ? (
        <p className={css['note']}>{hasFailed ? unreadable : lookBack === undefined ? loading : unknown}</p>
      ) : (
        <IncidentDetails key={incident.id} target={target} incident={incident} />
      )}
    </Page>
  );
}
