import { Clock } from 'lucide-react';
import type { ReactElement } from 'react';
import type { IncidentRow } from '../../core/text/last-incident.ts';
import { Card } from '../parts/Card.tsx';
import { Row } from '../parts/Row.tsx';
import { usePopup } from '../state/popup.ts';

/** The last trouble that is over. */
export function LastIncident({ row }: { readonly row: IncidentRow }): ReactElement {
  const { texts } = usePopup();
  return (
    <section aria-label={texts.popup.lastIncident}>
      <Card>
        <Row icon={<Clock size={17} aria-hidden="true" />} title={row.title} detail={row.detail} exact={row.exact} />
      </Card>
    </section>
  );
}
