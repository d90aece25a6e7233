import { app } from 'electron';

/** Whether this is the only instance. A second one asks the first to show itself (see `onSecondLaunch`) and must end. */
export function isOnlyInstance(): boolean {
  return app.requestSingleInstanceLock();
}

/** Calls `show` when the user starts the app again, or clicks it in the Dock. */
export function onSecondLaunch(show: () => void): void {
  app.on('second-instance', show);
  app.on('activate', show);
}
