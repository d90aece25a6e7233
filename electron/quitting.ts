import { app } from 'electron';

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

// Stays inside the two seconds that a desktop gives at the end of a session.
const LIMIT_MS = 1_500;

/** Quits on the usual signals, runs `stop` once before, and ends in any case soon after. A closed window ends nothing. */
export function quitCleanly(stop: () => void): void {
  for (const signal of SIGNALS) process.on(signal, () => app.quit());
  app.once('before-quit', () => {
    setTimeout(() => app.exit(0), LIMIT_MS);
    stop();
  });
  app.on('window-all-closed', () => {});
}
