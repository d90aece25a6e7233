import { useState, type ReactElement } from 'react';
import type { ReportFormat } from '../../core/contract.ts';
import { Page } from '../shell/Page.tsx';
import { SubPageHeader } from '../shell/SubPageHeader.tsx';
import { usePopup } from '../state/popup.ts';
import { FormatChoice } from './FormatChoice.tsx';
import css from './Report.module.css';
import { ReportFooter } from './ReportFooter.tsx';
import { useReport } from './use-report.ts';

/** The report, exactly as it would be copied or saved, before that is done. */
export function Report(): ReactElement {
  const { texts } = usePopup();
  const [format, setFormat] = useState<ReportFormat>('markdown');
  const { state, text } = useReport(format);
  const { reportTitle, reportNote, noReport } = texts.diagnosis;
  return (
    <Page
      header={<SubPageHeader page="report" title={reportTitle} takesFocus />}
      footer={<ReportFooter isWritten={state === 'written'} />}
    >
      <p className={css['note']}>{reportNote}</p>
      <FormatChoice format={format} onChoose={setFormat} />
      {state === 'failed' ? (
        <p className={css['note']}>{noReport}</p>
      ) : (
        <section
          className={css['text']}
          aria-label={reportTitle}
          aria-busy={state === 'writing'}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- who has no wheel scrolls it with the keys
          tabIndex={0}
        >
          <pre className={css['lines']}>{text}</pre>
        </section>
      )}
    </Page>
  );
}
