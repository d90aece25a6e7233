import { useState, type ReactElement } from 'react';
import type { PastIncident } from '../../core/history/past-incident.ts';
import type { RecordedMoment } from '../../core/history/recorded-moment.ts';
import { recordedMomentLine } from '../../core/text/recorded-moment-line.ts';
import { LightIcon } from '../icons/LightIcon.tsx';
import { Card } from '../parts/Card.tsx';
import { Row } from '../parts/Row.tsx';
import { Section } from '../parts/Section.tsx';
import { usePopup } from '../state/popup.ts';
import css from './Moments.module.css';
import { useRecording } from './use-recording.ts';

interface Props {
  readonly target: string;
  readonly incident: PastIncident;
}

/** What was shown around an incident, to go through moment by moment; nothing where nothing was recorded. */
export function Moments({ target, incident: { startedAt } }: Props): ReactElement | undefined {
  const { texts } = usePopup();
  const moments = useRecording(target, startedAt);
  const [chosen, choose] = useState<number>();
  const index = Math.min(chosen ?? beginningOf(moments, startedAt), moments.length - 1);
  const moment = moments[index];
  if (moment === undefined) return undefined;
  const { headline, detail, exact } = recordedMomentLine(moment, startedAt, texts);
  const title = texts.history.moments;
  return (
    <Section title={title}>
      <Card>
        <Row icon={<LightIcon light={moment.light} size={17} />} title={headline} detail={detail} exact={exact} />
        <div className={css['moment']}>
          <input
            type="range"
            className={css['slider']}
            min={0}
            max={moments.length - 1}
            value={index}
            aria-label={title}
            aria-valuetext={`${headline}, ${detail}`}
            onChange={({ target: slider }) => choose(Number(slider.value))}
          />
        </div>
      </Card>
    </Section>
  );
}

/** The moment in which the incident began. */
function beginningOf(moments: readonly RecordedMoment[], startedAt: number): number {
  return Math.max(
    0,
    moments.findIndex(({ at }) => at >= startedAt),
  );
}
