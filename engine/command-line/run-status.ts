import { statusOf } from '../../core/report/status.ts';
import { exitCodeOf } from './exit-codes.ts';
import type { Given } from './given.ts';
import { openMonitor } from './open-monitor.ts';
import type { Session } from './session.ts';
import { settingsHere } from './settings-here.ts';
import { settled } from './settle.ts';

/** Tells once how the targets are. */
export async function runStatus(given: Given, session: Session): Promise<number> {
  const { terminal, clock } = session;
  const monitor = openMonitor(settingsHere(given, session), session);
  const snapshot = await settled({ monitor, clock });
  if (given.has('json')) {
    terminal.printJson(statusOf(snapshot));
  } else {
    const [{ targetTable }, { textsFor }] = await Promise.all([import('./target-table.ts'), import('./texts.ts')]);
    const texts = await textsFor(snapshot.settings, session.env);
    for (const line of targetTable(snapshot, texts)) terminal.print(...line);
  }
  return exitCodeOf(snapshot.light);
}
