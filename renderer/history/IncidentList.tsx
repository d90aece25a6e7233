import type { ReactElement } from 'react';
import type { LookBack } from '../../core/history/look-back.ts';
import type { PastIncident } from '../../core/history/past-incident.ts';
import { pastIncidentLine } from '../../core/text/past-incident-lines.ts';
import { HealthMark } from '../icons/HealthMark.tsx';
import { Card } from '../parts/Card.tsx';
import { Row } from '../parts/Row.tsx';
import { RowLink } from '../parts/RowLink.tsx';
import { Rows } from '../parts/Rows.tsx';
import { Section } from '../parts/Section.tsx';
import { useArrival } from '../state/arrival.ts';
import { usePopup } from '../state/popup.ts';
import css from './History.module.css';
import { healthOf } from './health-of.ts';

interface Props {
  readonly lookBack: LookBack;
  readonly now: number;
  /** The incident that the user comes back from, by when it began. */
  readonly comesFrom: number | undefined;
  readonly onOpen: (incident: PastIncident) => void;
}

/** The incidents of a span, newest first. Each leads to its own page. */
export function IncidentList({ lookBack: { incidents, availability }, now, comesFrom, onOpen }: Props): ReactElement {
  const { history } = usePopup().texts;
  const others = availability.incidents - incidents.length;
  return (
    <Section title={history.incidents}>
      {incidents.length === 0 ? (
        <p className={css['note']}>{history.noIncident}</p>
      ) : (
        <Card>
          <Rows>
            {incidents.map((incident) => (
              <IncidentItem
                key={incident.id}
                incident={incident}
                now={now}
                takesFocus={incident.startedAt === comesFrom}
                onOpen={onOpen}
              />
            ))}
          </Rows>
        </Card>
      )}
      {others > 0 && <p className={css['note']}>{history.more(others)}</p>}
    </Section>
  );
}

interface ItemProps extends Pick<Props, 'now' | 'onOpen'> {
  readonly incident: PastIncident;
  readonly takesFocus: boolean;
}

function IncidentItem({ incident, now, takesFocus, onOpen }: ItemProps): ReactElement {
  const { texts } = usePopup();
  const link = useArrival<HTMLButtonElement>(takesFocus);
  const { headline, detail, exact } = pastIncidentLine(incident, now, texts);
  return (
    <Row
      icon={<HealthMark health={healthOf(incident)} />}
      title={headline}
      detail={detail}
      exact={exact}
      trailing={
        <RowLink
          ref={link}
          label={`${headline}, ${detail}`}
          exact={`${headline}\n${exact}`}
          onPress={() => onOpen(incident)}
        />
      }
    />
  );
}
