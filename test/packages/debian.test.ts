import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { PACKAGES } from '../../build/package/configuration.mjs';
import { INSTALLED, PROGRAM } from '../../build/package/identity.mjs';
import { test, type Desk } from '../e2e/desk.ts';
import { foreignDesktop, TELL_DESKTOP, type ForeignDesktop } from '../e2e/foreign-desktop.ts';
import { processesIn, statusOf } from '../e2e/process.ts';
import { AS_NOBODY, sessionForNobody } from '../e2e/unprivileged.ts';
import { HOME, makeCleanRoot, SYSTEM_PATH, type CleanRoot } from './clean-root.ts';

const SOON = { timeout: 30_000 };
const MANY_COLOURS = 100;
// See proc_pid_status(5): 2 is "filter".
const SECCOMP_FILTER = '2';

const DATA = `${HOME}/.config/Pilot Light`;

// Where in the clean root lies what we brought.
const BROUGHT = '/srv';

// What Debian keeps of whatever was ever installed, and what we brought.
const KEPT = /^\/(?:var\/(?:lib\/(?:dpkg|apt)|cache|log)|srv)(?:\/|$)/;

test('a deb lives in a clean Debian, and leaves it as it was', async ({ desk }) => {
  const root = makeCleanRoot(join(desk.folder, 'root'));
  const deb = readdirSync(PACKAGES).find((name) => name.endsWith('.deb')) ?? 'a deb that is missing';
  cpSync(join(PACKAGES, deb), join(root.path, BROUGHT, 'package.deb'));
  const needed = root.run('dpkg-deb', '--field', `${BROUGHT}/package.deb`, 'Depends').trim();
  root.run('apt-get', 'update', '-qq');
  root.run('apt-get', 'satisfy', '-qq', '-y', '--no-install-recommends', needed);
  const before = root.files();

  root.run('dpkg', '--install', `${BROUGHT}/package.deb`);
  expect(root.run('dpkg', '--verify', 'pilot-light')).toBe('');
  isKnown(root);
  await livesIn(root, desk);

  root.run('dpkg', '--purge', 'pilot-light');
  const after = root.files();
  const left = after.filter((path) => !before.includes(path) && !KEPT.test(path));
  expect(left.filter((path) => !path.startsWith(`${HOME}/`))).toEqual([]);
  expect(left).toContain(`${DATA}/settings.json`);
  // dpkg takes an empty folder away with the last who had something in it.
  expect(before.filter((path) => !after.includes(path) && !KEPT.test(path))).toEqual(['/opt']);
});

/** The system finds what is installed, and finds it well made. */
function isKnown(root: CleanRoot): void {
  const share = join(root.path, 'usr', 'share');
  const [metainfo = ''] = readdirSync(join(share, 'metainfo')).filter((name) => name.includes('pilotlight'));
  const desktopFile = join(share, 'applications', 'pilot-light.desktop');
  execFileSync('desktop-file-validate', ['--no-hints', desktopFile]);
  execFileSync('appstreamcli', ['validate', '--no-net', join(share, 'metainfo', metainfo)]);
  expect(root.run('sh', '-c', 'zcat /usr/share/man/man1/pilot-light.1.gz')).toContain('.TH PILOT-LIGHT 1');
  // There is no Node in a clean Debian, and this is for who has one.
  expect(root.run('sh', '-c', 'pilot-light status 2>&1 || echo "exit code $?"')).toMatch(
    /needs Node.*\nexit code 69\n$/,
  );
}

/** A user starts it, sees the right light whatever becomes of the proxy, opens it, and quits. */
async function livesIn(root: CleanRoot, desk: Desk): Promise<void> {
  const proxy = await desk.simulate('healthy');
  prepareHome(root);
  const desktop = await desktopOf(desk);
  const environment = {
    HOME,
    PATH: SYSTEM_PATH,
    DISPLAY: desktop.display,
    DBUS_SESSION_BUS_ADDRESS: desktop.bus,
    XDG_CURRENT_DESKTOP: 'XFCE',
    LANG: 'C.UTF-8',
  };
  const variables = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  const app = desk.run(
    [...root.inside, ...AS_NOBODY, 'env', '-i', ...variables, PROGRAM, `--url=${proxy.url}`, '--report-lights'],
    { PATH: SYSTEM_PATH, SHARE_TMP: 'yes' },
  );
  const tray = await desktop.tray(app.pid);
  await expect.poll(() => tray.tooltip(), SOON).toBe(`Everything is healthy · 127.0.0.1:${proxy.port}`);
  await tray.activate();
  await expect.poll(() => desktop.coloursOfPopup(), SOON).toBeGreaterThan(MANY_COLOURS);
  const [renderer] = (await processesIn(DATA)).filter(({ commandLine }) => commandLine.includes('--type=renderer'));
  expect(await statusOf(renderer?.pid ?? 0, 'Seccomp')).toBe(SECCOMP_FILTER);

  await proxy.switchTo('signed-out');
  await expect.poll(() => tray.tooltip(), SOON).toContain('Claude is signed out');
  await proxy.switchTo('healthy');
  await expect.poll(() => tray.tooltip(), SOON).toContain('Everything is healthy');
  const autostart = readFileSync(join(root.path, HOME, '.config', 'autostart', 'pilot-light.desktop'), 'utf8');
  expect(autostart).toContain(`\nExec="${INSTALLED}/${PROGRAM}"\n`);
  await tray.choose('Quit');
  expect(await app.ended).toEqual({ code: 0, signal: null });
  expect(app.output()).not.toContain('sandbox');
}

function prepareHome(root: CleanRoot): void {
  writeFileSync(join(root.path, BROUGHT, 'settings.json'), '{"startAtLogin": true}');
  root.run(...AS_NOBODY, 'mkdir', '--parents', DATA);
  root.run('install', '--owner=nobody', `${BROUGHT}/settings.json`, `${DATA}/settings.json`);
}

/** A desktop of that user, outside the clean root: what is installed must be enough to reach it. */
async function desktopOf(desk: Desk): Promise<ForeignDesktop> {
  const folder = join(desk.folder, 'desktop');
  mkdirSync(folder);
  chmodSync(desk.folder, 0o755);
  const stays = ['sh', '-c', `${TELL_DESKTOP}; exec sleep infinity`];
  const session = desk.run([...AS_NOBODY, ...sessionForNobody(folder), ...stays, desk.folder], {
    PATH: process.env['PATH'],
    TMPDIR: folder,
  });
  return foreignDesktop(session, folder);
}
