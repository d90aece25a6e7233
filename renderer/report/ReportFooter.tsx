import type { ReactElement } from 'react';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Button } from '../parts/Button.tsx';
import { Spacer } from '../parts/Spacer.tsx';
import { usePopup } from '../state/popup.ts';
import css from './ReportFooter.module.css';

/** What can be done with the report, once it is written. */
export function ReportFooter({ isWritten }: { readonly isWritten: boolean }): ReactElement {
  const { texts, show } = usePopup();
  const { copyReport, saveReport, saved, notSaved, back } = texts.diagnosis;
  const { copied, notCopied } = texts.popup;
  return (
    <>
      <ActionButton
        action={{ type: 'copy-report' }}
        text={copyReport}
        done={copied}
        failed={notCopied}
        look="primary"
        isOff={!isWritten}
      />
      <ActionButton
        action={{ type: 'save-report' }}
        text={saveReport}
        done={saved}
        failed={notSaved}
        isOff={!isWritten}
      />
      <Spacer />
      <span className={css['back']}>
        <Button onPress={() => show('diagnostics')}>{back}</Button>
      </span>
    </>
  );
}
