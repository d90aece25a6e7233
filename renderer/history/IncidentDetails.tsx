import type { ReactElement } from 'react';
import { healthOfSeverity, type Finding } from '../../core/health/finding.ts';
import type { PastIncident } from '../../core/history/past-incident.ts';
import { componentName } from '../../core/text/component-row.ts';
import { courseSteps } from '../../core/text/past-incident-lines.ts';
import { HealthMark } from '../icons/HealthMark.tsx';
import { Card } from '../parts/Card.tsx';
import { Rows } from '../parts/Rows.tsx';
import { Section } from '../parts/Section.tsx';
import { Quotation } from '../remedy/Quotation.tsx';
import { usePopup } from '../state/popup.ts';
import css from './IncidentDetails.module.css';
import { Moments } from './Moments.tsx';
import { Note } from './Note.tsx';

interface Props {
  readonly target: string;
  readonly incident: PastIncident;
}

/** Why it failed, what happened when, what else was found, and what the user wrote about it. */
export function IncidentDetails({ target, incident }: Props): ReactElement {
  const { history } = usePopup().texts;
  return (
    <>
      <Section title={history.course}>
        <Card>
          <Course incident={incident} />
        </Card>
      </Section>
      {incident.evidence.length > 0 && (
        <Section title={history.found}>
          <Card>
            <Rows>
              {incident.evidence.map((finding, index) => (
                // A proxy may contradict itself in several ways at once.
                <Found key={`${index} ${finding.id}`} finding={finding} />
              ))}
            </Rows>
          </Card>
        </Section>
      )}
      <Note target={target} incident={incident} />
      <Moments target={target} incident={incident} />
    </>
  );
}

function Course({ incident }: Pick<Props, 'incident'>): ReactElement {
  const { texts } = usePopup();
  return (
    <ol className={css['course']}>
      {courseSteps(incident, texts).map(({ kind, at, text, time, exact }, index) => (
        <li key={`${index} ${kind}`} className={css['step']} data-kind={kind}>
          <span className={css['text']}>{text}</span>
          <time className={css['time']} dateTime={new Date(at).toISOString()} title={exact}>
            {time}
          </time>
        </li>
      ))}
    </ol>
  );
}

function Found({ finding: { id, severity, component, evidence } }: { readonly finding: Finding }): ReactElement {
  const { texts } = usePopup();
  const { headline, why } = texts.findings[id];
  const { proxySays, cliSays } = texts;
  return (
    <div className={css['found']}>
      <HealthMark health={healthOfSeverity(severity)} />
      <div className={css['words']}>
        <p className={css['headline']}>{headline(evidence)}</p>
        <p className={css['why']}>{why(evidence)}</p>
        {component !== undefined && <p className={css['why']}>{componentName(component, texts)}</p>}
        {evidence.said !== undefined && (
          <Quotation by={evidence.saidBy === 'cli' ? cliSays : proxySays} words={evidence.said} />
        )}
      </div>
    </div>
  );
}
