import { progressOf, type Diagnosis } from '../../core/diagnosis/diagnosis.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import type { Monitor } from '../monitor.ts';

/**
 * Runs a diagnosis of a target to its end. `onProgress` is called whenever more checks are done. Ends early, with what there
 * is, when the signal does. Only one may run at a time.
 */
export function oneDiagnosis(
  monitor: Monitor,
  targetId: string,
  onProgress: (done: number, all: number) => void,
  signal: AbortSignal,
): Promise<Diagnosis> {
  const before = monitor.snapshot().diagnosis?.number ?? 0;
  return new Promise((resolve) => {
    let told = -1;
    const stop = (): void => monitor.stopDiagnosis();
    const follow = ({ diagnosis }: Snapshot): void => {
      if (diagnosis === undefined || diagnosis.number <= before) return;
      const { done, all } = progressOf(diagnosis);
      if (done > told) onProgress(done, all);
      told = done;
      if (diagnosis.state === 'running') return;
      unfollow();
      signal.removeEventListener('abort', stop);
      resolve(diagnosis);
    };
    const unfollow = monitor.onSnapshot(follow);
    signal.addEventListener('abort', stop);
    monitor.diagnose(targetId);
    if (signal.aborted) stop();
  });
}
