import { app } from 'electron';
import type { Clock } from '../engine/clock.ts';
import { isTakenByAnother } from './profile-lock.ts';

/** Milliseconds after which launches of the same moment have all taken what they take, on a busy computer too. */
const ALL_STARTED_MS = 5_000;

/** Whether this is the only instance. A second one asks the first to show itself (see `onSecondLaunch`) and must end. */
export function isOnlyInstance(): boolean {
  return app.requestSingleInstanceLock();
}

/** Calls `show` when the user starts the app again, or clicks it in the Dock. */
export function onSecondLaunch(show: () => void): void {
  app.on('second-instance', show);
  app.on('activate', show);
}

/** Ends this process, now or a little later, when another turns out to have the lock as well: one of two has it rightly. */
export function giveWay(clock: Clock): () => void {
  const look = (): void => {
    // Any other way of ending it takes the lock away from who has it.
    if (isTakenByAnother(app.getPath('userData'), process.pid)) process.kill(process.pid, 'SIGKILL');
  };
  look();
  return clock.after(ALL_STARTED_MS, look);
}
