// Runs a command in a desktop of its own: display, session bus, window manager, notification service, and a panel with a
// tray; all private, and all gone afterwards, with the exit code of the command.
//   node session.mjs [--bare] COMMAND [ARGUMENT...]      --bare: no tray host and no notification service on the bus
// DESKTOP_LOGS names a folder that keeps the services' output.
import { cpSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { capture, launch, run, runScript } from '../../build/setup/run.mjs';
import { Trouble } from '../../build/setup/say.mjs';
import { startSessionBus } from '../../build/setup/session-bus.mjs';
import { startVirtualDisplay } from '../../build/setup/virtual-display.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const NAME_LIMIT_MS = 20_000;

const isBare = process.argv[2] === '--bare';
const [command, ...args] = process.argv.slice(isBare ? 3 : 2);

await runScript(async () => {
  if (command === undefined) throw new Trouble('usage: session.mjs [--bare] COMMAND [ARGUMENT...]');
  const home = makeHome();
  process.once('exit', () => rmSync(home, { recursive: true, force: true }));
  const logs = process.env['DESKTOP_LOGS'] ?? join(home, 'logs');
  mkdirSync(logs, { recursive: true });
  const env = await startDesktop(home, (name) => openSync(join(logs, `${name}.log`), 'w'));
  return run(command, args, { env, cwd: process.cwd(), guarded: true });
});

/**
 * @param {string} home
 * @param {(name: string) => number} logOf
 * @returns {Promise<NodeJS.ProcessEnv>} what a program of this desktop needs to know
 */
async function startDesktop(home, logOf) {
  const { display } = await startVirtualDisplay(logOf('display'));
  const onDisplay = { ...environment(home), DISPLAY: display };
  const config = isBare ? { config: join(HERE, 'bare-bus.conf') } : {};
  const address = await startSessionBus({ ...config, env: onDisplay, log: logOf('bus') });
  const env = { ...onDisplay, DBUS_SESSION_BUS_ADDRESS: address };
  /** @type {(program: string, ...args: string[]) => void} */
  const serve = (program, ...rest) => {
    const log = logOf(program);
    launch(program, rest, { env, stdio: ['ignore', log, log], guarded: true });
  };
  serve('openbox');
  if (isBare) return env;
  serve('dunst', '-conf', join(HERE, 'dunstrc'));
  await ownerOf('org.freedesktop.Notifications', env);
  serve('xfce4-panel', '--disable-wm-check');
  await ownerOf('org.kde.StatusNotifierWatcher', env);
  return env;
}

function makeHome() {
  const home = mkdtempSync(join(tmpdir(), 'desktop-'));
  const panel = join('.config', 'xfce4', 'xfconf', 'xfce-perchannel-xml');
  mkdirSync(join(home, panel), { recursive: true });
  mkdirSync(join(home, 'run'), { mode: 0o700 });
  cpSync(join(HERE, 'xfce4-panel.xml'), join(home, panel, 'xfce4-panel.xml'));
  return home;
}

/**
 * @param {string} home
 * @returns {NodeJS.ProcessEnv}
 */
function environment(home) {
  const { WAYLAND_DISPLAY: _wayland, ...ours } = process.env;
  return {
    ...ours,
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_DATA_HOME: join(home, '.local', 'share'),
    XDG_STATE_HOME: join(home, '.local', 'state'),
    XDG_RUNTIME_DIR: join(home, 'run'),
    XDG_CURRENT_DESKTOP: 'XFCE',
    XDG_SESSION_TYPE: 'x11',
    NO_AT_BRIDGE: '1',
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
  };
}

/**
 * Waits until a service has its name on the bus.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 */
async function ownerOf(name, env) {
  const bus = ['org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus'];
  const until = performance.now() + NAME_LIMIT_MS;
  while (performance.now() < until) {
    // Nothing tells us; we ask, again and again.
    // oxlint-disable-next-line no-await-in-loop
    const { stdout } = await capture('busctl', ['--user', 'call', ...bus, 'NameHasOwner', 's', name], { env });
    if (stdout.trim() === 'b true') return;
    // oxlint-disable-next-line no-await-in-loop
    await wait(50);
  }
  throw new Trouble(
    `Nobody took the name ${name} on the bus of the desktop; DESKTOP_LOGS keeps what the services said.`,
  );
}
