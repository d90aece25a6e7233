import { useEffect, useState } from 'react';
import type { ReportFormat } from '../../core/contract.ts';
import { usePopup } from '../state/popup.ts';

/** The text of a report. While it is written, the one before stays in its place. */
interface Writing {
  readonly state: 'writing' | 'written' | 'failed';
  readonly text: string;
}

interface Written {
  readonly format: ReportFormat;
  /** Absent: it could not be written. */
  readonly text: string | undefined;
}

/** Has the report written in a format; the main process copies and saves what it wrote last. */
export function useReport(format: ReportFormat): Writing {
  const { texts, act, announce } = usePopup();
  const [last, setLast] = useState<Written>();
  const { noReport } = texts.diagnosis;

  useEffect(() => {
    let isWanted = true;
    const write = async (): Promise<void> => {
      const { done, report } = await act({ type: 'write-report', format });
      if (!isWanted) return;
      const text = done ? report : undefined;
      setLast({ format, text });
      if (text === undefined) announce(noReport);
    };
    void write();
    return () => {
      isWanted = false;
    };
  }, [act, announce, noReport, format]);

  const text = last?.text ?? '';
  if (last?.format !== format) return { state: 'writing', text };
  return { state: last.text === undefined ? 'failed' : 'written', text };
}
