import { existsSync } from 'node:fs';
import type { Catalogue } from '../../core/text/catalogue.ts';
import { notificationText } from '../../core/text/notification.ts';
import { emptyFolder } from '../empty-folder.ts';
import type { Monitor } from '../monitor.ts';
import { childEnvironment } from '../processes/child-environment.ts';
import { runProgram } from '../processes/run-program.ts';
import { Unavailable } from './given.ts';
import type { Session } from './session.ts';

// Where distributions put it; never looked for on the PATH, which others may write to.
const PLACES = ['/usr/bin/notify-send', '/usr/local/bin/notify-send', '/run/current-system/sw/bin/notify-send'];
const LIMIT_MS = 5_000;
const MAX_BYTES = 4_096;
// How it finds the desktop.
const DESKTOP = ['DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR', 'DISPLAY', 'WAYLAND_DISPLAY'];

/** Tells every alert by notify-send, in words of our own, until the command ends. Throws `Unavailable` where there is none. */
export function notifyOfAlerts(monitor: Monitor, texts: Catalogue, { clock, env, terminal, atEnd }: Session): void {
  const path = PLACES.find((place) => existsSync(place));
  if (path === undefined)
    throw new Unavailable('--notify needs notify-send (the package libnotify-bin, or libnotify).');
  const folder = emptyFolder();
  const stopping = new AbortController();
  atEnd(() => {
    stopping.abort();
    folder.remove();
  });
  const send = async (title: string, body: string, urgency: string): Promise<void> => {
    const args = ['--app-name=Pilot Light', `--urgency=${urgency}`, '--', title, body];
    const child = {
      env: childEnvironment(env, { path: '', pass: DESKTOP }),
      folder: folder.path,
      signal: stopping.signal,
    };
    const result = await runProgram({ path, args, ...child, limitMs: LIMIT_MS, maxBytes: MAX_BYTES }, clock);
    if (result.kind === 'cancelled' || (result.kind === 'exited' && result.code === 0)) return;
    terminal.complain('notify-send could not tell it.');
  };
  monitor.onAlert(({ targetId, alert, snapshot }) => {
    const target = snapshot.targets.find(({ id }) => id === targetId);
    if (target === undefined) return;
    const { title, body, urgent } = notificationText(alert, target, texts);
    void send(title, body, urgent ? 'critical' : 'normal');
  });
}
