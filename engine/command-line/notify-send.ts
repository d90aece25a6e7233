import { existsSync } from 'node:fs';
import type { Announcement } from '../../core/monitor/announcement.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import { announcementText } from '../../core/text/announcement-text.ts';
import type { Catalogue } from '../../core/text/catalogue.ts';
import type { NotificationText } from '../../core/text/notification.ts';
import { startAnnouncer } from '../announcer.ts';
import { emptyFolder } from '../empty-folder.ts';
import type { Monitor } from '../monitor.ts';
import { childEnvironment } from '../processes/child-environment.ts';
import { runProgram, type ProgramResult } from '../processes/run-program.ts';
import { Unavailable } from './given.ts';
import type { Session } from './session.ts';

// Where distributions put it; never looked for on the PATH, which others may write to.
const PLACES = ['/usr/bin/notify-send', '/usr/local/bin/notify-send', '/run/current-system/sw/bin/notify-send'];
const LIMIT_MS = 5_000;
const MAX_BYTES = 4_096;
// How it finds the desktop.
const DESKTOP = ['DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR', 'DISPLAY', 'WAYLAND_DISPLAY'];

/**
 * Tells by notify-send what the app would announce, as the settings want it, until the command ends. Throws `Unavailable`
 * where there is none in any of the places.
 */
export function notifyOfAlerts(monitor: Monitor, texts: Catalogue, session: Session, places = PLACES): void {
  const path = places.find((place) => existsSync(place));
  if (path === undefined)
    throw new Unavailable('--notify needs notify-send (the package libnotify-bin, or libnotify).');
  const { clock, env, terminal, atEnd } = session;
  const folder = emptyFolder();
  const stopping = new AbortController();
  const run = async (args: readonly string[]): Promise<ProgramResult> => {
    const child = { env: childEnvironment(env, { path: '', pass: DESKTOP }), folder: folder.path() };
    const bounds = { signal: stopping.signal, limitMs: LIMIT_MS, maxBytes: MAX_BYTES };
    return runProgram({ path, args, ...child, ...bounds }, clock);
  };
  const show = inPlace(run, () => terminal.complain('notify-send could not tell it.'));
  const tell = (told: Announcement, snapshot: Snapshot): void => {
    // notify-send takes nothing back.
    const text = told.type === 'withdrawn' ? undefined : announcementText(told, snapshot, texts);
    if (text !== undefined) show(text);
  };
  const announcer = startAnnouncer({ monitor, isWatched: () => false, tell, clock });
  atEnd(() => {
    announcer.stop();
    stopping.abort();
    folder.remove();
  });
}

/** Shows one after the other, each in place of an earlier one about the same. */
function inPlace(
  run: (args: readonly string[]) => Promise<ProgramResult>,
  onFailure: () => void,
): (text: NotificationText) => void {
  const ids = new Map<string, string>();
  let turn = Promise.resolve();
  const show = async ({ title, body, urgent, about }: NotificationText): Promise<void> => {
    const words = ['--app-name=Pilot Light', `--urgency=${urgent ? 'critical' : 'normal'}`, '--', title, body];
    const earlier = ids.get(about);
    const replaced = await run(['--print-id', ...(earlier === undefined ? [] : [`--replace-id=${earlier}`]), ...words]);
    if (replaced.kind === 'exited' && replaced.code === 0) {
      const id = /^\d{1,10}$/m.exec(replaced.stdout)?.[0];
      if (id !== undefined) ids.set(about, id);
      return;
    }
    // Before libnotify 0.8 it knows neither option.
    const plain = replaced.kind === 'exited' ? await run(words) : replaced;
    if (plain.kind !== 'cancelled' && !(plain.kind === 'exited' && plain.code === 0)) onFailure();
  };
  return (text) => {
    turn = turn.then(() => show(text)).catch(onFailure);
  };
}
