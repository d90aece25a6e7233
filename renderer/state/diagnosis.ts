import { useEffect, useRef, useState } from 'react';
import type { Diagnosis } from '../../core/diagnosis/diagnosis.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import { spokenNews } from '../../core/text/diagnosis-lines.ts';
import { usePopup } from './popup.ts';

/**
 * The run as it was when it was over last, also while one of its checks runs again: what it found stays in its place
 * meanwhile. Nothing during the first time.
 */
export function useSettled(diagnosis: Diagnosis | undefined): Diagnosis | undefined {
  const [settled, setSettled] = useState<Diagnosis>();
  if (diagnosis !== undefined && diagnosis.state !== 'running') {
    if (diagnosis !== settled) setSettled(diagnosis);
    return diagnosis;
  }
  return settled?.number === diagnosis?.number ? settled : undefined;
}

/** A way to run the checks of a target, by its id, and to turn to them once they run. */
export function useDiagnose(): (target: string) => void {
  const { act, show } = usePopup();
  const diagnose = async (target: string): Promise<void> => {
    const { done } = await act({ type: 'diagnose', target });
    if (done) show('diagnostics');
  };
  return (target) => void diagnose(target);
}

/** Speaks, sparingly, of what happens to the diagnosis, whichever page is shown. */
export function useSpokenDiagnosis(snapshot: Snapshot | undefined): void {
  const { texts, announce } = usePopup();
  const before = useRef<{ readonly diagnosis: Diagnosis | undefined }>(undefined);

  useEffect(() => {
    if (snapshot === undefined) return;
    const { diagnosis } = snapshot;
    // What is over when the popup opens is read there anyway.
    const isOld = before.current === undefined && diagnosis?.state !== 'running';
    const news = isOld || diagnosis === undefined ? '' : spokenNews(before.current?.diagnosis, diagnosis, texts);
    before.current = { diagnosis };
    if (news !== '') announce(news);
  }, [announce, snapshot, texts]);
}
