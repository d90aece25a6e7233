import { statusOf } from '../../core/report/status.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import { exitCodeOf } from './exit-codes.ts';
import type { Given } from './given.ts';
import { openMonitor } from './open-monitor.ts';
import type { Session } from './session.ts';
import { settingsHere } from './settings-here.ts';
import { settled } from './settle.ts';
import { STATUS_FORMATS } from './status-format.ts';

const BARS: ReadonlySet<string> = new Set(['waybar', 'tmux', 'swiftbar']);

/** Tells once how the targets are. */
export async function runStatus(given: Given, session: Session): Promise<number> {
  const { terminal, clock } = session;
  const monitor = openMonitor(settingsHere(given, session), session);
  const snapshot = await settled({ monitor, clock });
  if (given.has('json')) terminal.printJson(statusOf(snapshot));
  else await printWords(snapshot, given, session);
  // A bar hides what ends with anything else.
  return BARS.has(given.value('format') ?? '') ? 0 : exitCodeOf(snapshot.light);
}

// Words are loaded only where somebody reads them.
async function printWords(snapshot: Snapshot, given: Given, { terminal, env }: Session): Promise<void> {
  const { textsFor } = await import('./texts.ts');
  const texts = await textsFor(snapshot.settings, env);
  const format = STATUS_FORMATS.find((each) => each === given.value('format'));
  if (format === undefined) {
    const { targetTable } = await import('./target-table.ts');
    for (const line of targetTable(snapshot, texts)) terminal.print(...line);
  } else {
    const { formatted } = await import('./status-formats.ts');
    for (const line of formatted(format, snapshot, texts)) terminal.print(line);
  }
}
