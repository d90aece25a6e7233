import { useState, type ReactElement } from 'react';
import { REPORT_FORMATS, type ReportFormat } from '../../core/contract.ts';
import { Segments } from '../parts/Segments.tsx';
import { Page } from '../shell/Page.tsx';
import { SubPageHeader } from '../shell/SubPageHeader.tsx';
import { usePopup } from '../state/popup.ts';
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
      <Segments
        legend={texts.diagnosis.format}
        values={REPORT_FORMATS}
        value={format}
        textOf={(each) => texts.diagnosis.formats[each]}
        onChoose={setFormat}
      />
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
