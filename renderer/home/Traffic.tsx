import type { ReactElement } from 'react';
import type { Traffic as TrafficSeen } from '../../core/metrics/traffic.ts';
import { trafficText } from '../../core/text/traffic-text.ts';
import { Card } from '../parts/Card.tsx';
import { Section } from '../parts/Section.tsx';
import { usePopup } from '../state/popup.ts';
import { Sparkline } from './Sparkline.tsx';
import css from './Traffic.module.css';

/** What the proxy's own metrics tell: how much is asked, how long it takes, how much fails. */
export function Traffic({ traffic }: { readonly traffic: TrafficSeen }): ReactElement {
  const { texts } = usePopup();
  const { figures, source, spoken } = trafficText(traffic, texts);
  return (
    <Section title={texts.traffic.title} aside={source}>
      <Card>
        <dl className={css['figures']}>
          {figures.map(({ value, label, detail }) => (
            <div key={label} className={css['figure']} title={detail === '' ? undefined : detail}>
              <dt className={css['label']}>{label}</dt>
              <dd className={css['value']}>{value}</dd>
            </div>
          ))}
        </dl>
        <Sparkline values={traffic.course} label={spoken} />
      </Card>
    </Section>
  );
}
