import { statusOf } from '../../core/report/status.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import type { Catalogue } from '../../core/text/catalogue.ts';
import type { Given } from './given.ts';
import { followSettings } from './follow-settings.ts';
import { liveView } from './live-view.ts';
import { notifyOfAlerts } from './notify-send.ts';
import { openMonitor } from './open-monitor.ts';
import type { Session } from './session.ts';
import { settingsHere } from './settings-here.ts';
import { targetTable } from './target-table.ts';
import { textsFor } from './texts.ts';
import { watchLines } from './watch-lines.ts';

/** Watches until a signal comes, or until nobody reads any more. */
export async function runWatch(given: Given, session: Session): Promise<number> {
  const { terminal, env } = session;
  const current = settingsHere(given, session);
  const texts = await textsFor(current.settings, env);
  const monitor = openMonitor(current, session);
  followSettings(given, session, monitor);
  if (given.has('notify')) notifyOfAlerts(monitor, texts, session);
  // Somebody looks on.
  if (terminal.isLive) monitor.attend(true);
  const show = given.has('json')
    ? asJson(session)
    : terminal.isLive
      ? asView(texts, session, () => monitor.snapshot())
      : watchLines(texts, (...line) => terminal.print(...line));
  show(monitor.snapshot());
  monitor.onSnapshot((snapshot) => {
    // What may change at once, when this computer has been looked at, is not told before.
    if (!snapshot.targets.some(({ id }) => monitor.inDoubt(id))) show(snapshot);
  });
  return new Promise<never>(() => {});
}

function asJson({ terminal }: Session): (snapshot: Snapshot) => void {
  let last = '';
  return (snapshot) => {
    // Before the first answer there is nothing to tell.
    if (snapshot.targets.some(({ probedAt }) => probedAt === undefined)) return;
    const status = statusOf(snapshot);
    const essence = JSON.stringify(
      status.targets.map(({ light, confirmed, findings }) => [light, confirmed, findings]),
    );
    if (essence === last) return;
    last = essence;
    terminal.printJson({ at: new Date(snapshot.at).toISOString(), ...status });
  };
}

const TICK_MS = 1_000;

function asView(texts: Catalogue, session: Session, latest: () => Snapshot): (snapshot: Snapshot) => void {
  const { terminal, clock } = session;
  const view = liveView(terminal);
  const draw = (snapshot: Snapshot): void => view.draw(targetTable(snapshot, texts));
  // What is told with its age grows older by itself.
  const now = (): void => draw({ ...latest(), at: clock.now() });
  let cancel = (): void => {};
  const tick = (): void => {
    cancel = clock.after(TICK_MS, () => {
      now();
      tick();
    });
  };
  tick();
  const stopResizing = terminal.onResize(() => {
    view.resized();
    now();
  });
  session.atEnd(() => {
    cancel();
    stopResizing();
    view.end();
  });
  return draw;
}
