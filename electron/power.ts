import { powerMonitor } from 'electron';
import type { Monitor } from '../engine/monitor.ts';

/** Tells everyone when the computer sleeps and wakes, until the returned stop is called. Linux tells each twice. */
export function followPower(...everyone: readonly Pick<Monitor, 'sleep' | 'wake'>[]): () => void {
  const sleep = (): void => everyone.forEach((each) => each.sleep());
  const wake = (): void => everyone.forEach((each) => each.wake());
  powerMonitor.on('suspend', sleep);
  powerMonitor.on('resume', wake);
  return () => {
    powerMonitor.off('suspend', sleep);
    powerMonitor.off('resume', wake);
  };
}
