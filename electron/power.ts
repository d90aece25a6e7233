import { powerMonitor } from 'electron';
import type { Monitor } from '../engine/monitor.ts';

/** Tells the monitor when the computer sleeps and wakes, until the returned stop is called. Linux tells each twice. */
export function followPower(monitor: Pick<Monitor, 'sleep' | 'wake'>): () => void {
  const sleep = (): void => monitor.sleep();
  const wake = (): void => monitor.wake();
  powerMonitor.on('suspend', sleep);
  powerMonitor.on('resume', wake);
  return () => {
    powerMonitor.off('suspend', sleep);
    powerMonitor.off('resume', wake);
  };
}
