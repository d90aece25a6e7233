import { statusOf } from '../../core/report/status.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import { becomes, type WaitedFor } from './becomes.ts';
import { EXIT, exitCodeOf } from './exit-codes.ts';
import { UsageError, type Given } from './given.ts';
import { openMonitor } from './open-monitor.ts';
import type { Session } from './session.ts';
import { settingsHere } from './settings-here.ts';

const DEFAULT_SECONDS = '60';
const MAX_SECONDS = 86_400;

/** Waits until the targets are as they should be, or the time is up. */
export async function runWait(given: Given, session: Session): Promise<number> {
  const { terminal, clock } = session;
  const light = waitedFor(given.value('for'));
  const seconds = secondsOf(given.value('timeout') ?? DEFAULT_SECONDS);
  const monitor = openMonitor(settingsHere(given, session), session);
  const isSo = await becomes({ monitor, clock, light, limitMs: seconds * 1_000 });
  const snapshot = monitor.snapshot();
  if (given.has('json')) terminal.printJson(statusOf(snapshot));
  if (isSo) return 0;
  terminal.complain(`not ${light} within ${seconds} s: ${told(snapshot)}`);
  return exitCodeOf(snapshot.light) || EXIT.unavailable;
}

function waitedFor(given: string | undefined): WaitedFor {
  return given === 'down' || given === 'degraded' ? given : 'healthy';
}

function secondsOf(text: string): number {
  const seconds = /^\d{1,5}(?:\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
  if (seconds > 0 && seconds <= MAX_SECONDS) return seconds;
  throw new UsageError(`--timeout takes seconds, more than 0 and at most ${MAX_SECONDS}.`);
}

// By the names of the findings, which are the same in every language.
function told({ targets }: Snapshot): string {
  return targets
    .map(({ url, light, findings: [root] }) => `${url} is ${light}${root ? ` (${root.id})` : ''}`)
    .join(', ');
}
