import type { ReactElement } from 'react';
import type { Span } from '../../core/history/look-back.ts';
import type { PastIncident } from '../../core/history/past-incident.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Button } from '../parts/Button.tsx';
import { Spacer } from '../parts/Spacer.tsx';
import { usePopup } from '../state/popup.ts';

interface Props {
  readonly target: string;
  readonly span: Span;
  readonly incident: PastIncident | undefined;
}

/** What can be done with an incident. */
export function IncidentFooter({ target, span, incident }: Props): ReactElement {
  const { texts, show } = usePopup();
  const startedAt = incident?.startedAt;
  return (
    <>
      {startedAt !== undefined && (
        <>
          <ActionButton
            action={{ type: 'copy-incident', target, startedAt }}
            text={texts.history.copyIncident}
            done={texts.popup.copied}
            failed={texts.popup.notCopied}
          />
          <ActionButton
            action={{ type: 'save-recording', target, startedAt }}
            text={texts.history.saveRecording}
            done={texts.diagnosis.saved}
            failed={texts.diagnosis.notSaved}
          />
        </>
      )}
      <Spacer />
      <Button onPress={() => show('history', { target, span, ...(startedAt !== undefined && { startedAt }) })}>
        {texts.history.title}
      </Button>
    </>
  );
}
