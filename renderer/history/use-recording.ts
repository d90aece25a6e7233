import { useEffect, useState } from 'react';
import type { RecordedMoment } from '../../core/history/recorded-moment.ts';
import { usePopup } from '../state/popup.ts';

/** The moments that were recorded around an incident, once they are there; none where nothing was recorded. */
export function useRecording(target: string, startedAt: number): readonly RecordedMoment[] {
  const { act } = usePopup();
  const [moments, setMoments] = useState<readonly RecordedMoment[]>([]);
  useEffect(() => {
    let isWanted = true;
    const read = async (): Promise<void> => {
      const outcome = await act({ type: 'read-recording', target, startedAt });
      if (isWanted) setMoments(outcome.moments ?? []);
    };
    void read();
    return () => {
      isWanted = false;
    };
  }, [act, target, startedAt]);
  return moments;
}
