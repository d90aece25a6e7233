import { Clock } from 'lucide-react';
import type { ReactElement } from 'react';
import type { TargetView } from '../../core/snapshot.ts';
import { lastIncidentRow } from '../../core/text/last-incident.ts';
import { Card } from '../parts/Card.tsx';
import { Row } from '../parts/Row.tsx';
import { RowLink } from '../parts/RowLink.tsx';
import { useArrival } from '../state/arrival.ts';
import { usePopup } from '../state/popup.ts';

interface Props {
  readonly target: TargetView;
  readonly now: number;
  /** Whether the user comes back from where it leads. */
  readonly takesFocus: boolean;
}

/** The last trouble that is over. Leads to all that is remembered of it, where anything is. */
export function LastIncident({ target, now, takesFocus }: Props): ReactElement | undefined {
  const { texts, show } = usePopup();
  const link = useArrival<HTMLButtonElement>(takesFocus);
  const { id, lastIncident, availability } = target;
  const row = lastIncident && lastIncidentRow(lastIncident, now, texts);
  if (row === undefined) return undefined;
  const { title, detail, exact } = row;
  const name = texts.popup.lastIncident;
  const open = (): void => show('incident', { target: id, span: 'day', startedAt: lastIncident?.startedAt ?? now });
  return (
    <section aria-label={name}>
      <Card>
        <Row
          icon={<Clock size={17} aria-hidden="true" />}
          title={title}
          detail={detail}
          exact={exact}
          trailing={
            availability && (
              <RowLink ref={link} label={`${name}: ${title}`} exact={`${detail}\n${exact}`} onPress={open} />
            )
          }
        />
      </Card>
    </section>
  );
}
