import { statusOf } from '../../core/report/status.ts';
import type { Snapshot, TargetView } from '../../core/snapshot.ts';
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
  const inDoubt = ({ id }: TargetView): boolean => monitor.inDoubt(id);
  const show = given.has('json')
    ? asJson(inDoubt, session)
    : withoutDoubt(
        inDoubt,
        terminal.isLive
          ? asView(texts, session, () => monitor.snapshot())
          : watchLines(texts, (...line) => terminal.print(...line)),
      );
  show(monitor.snapshot());
  monitor.onSnapshot(show);
  return new Promise<never>(() => {});
}

// What may be otherwise as soon as this computer has been looked at is not told to people before.
function withoutDoubt(
  inDoubt: (target: TargetView) => boolean,
  show: (snapshot: Snapshot) => void,
): (snapshot: Snapshot) => void {
  return (snapshot) => {
    if (!snapshot.targets.some(inDoubt)) show(snapshot);
  };
}

// Programs are told at once, and that it is not sure: who reads one line has gone when the next one comes, and that is noticed.
function asJson(inDoubt: (target: TargetView) => boolean, { terminal }: Session): (snapshot: Snapshot) => void {
  let last = '';
  return (snapshot) => {
    // Before the first answer there is nothing to tell.
    if (snapshot.targets.some(({ probedAt }) => probedAt === undefined)) return;
    const targets = snapshot.targets.map((target) => (inDoubt(target) ? { ...target, confirmed: false } : target));
    const status = statusOf({ ...snapshot, targets });
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
