import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { readSettings, type Settings } from '../../../core/settings.ts';
import { english } from '../../../core/text/english.ts';
import { systemClock } from '../../../engine/clock.ts';
import { notifyOfAlerts } from '../../../engine/command-line/notify-send.ts';
import { openMonitor } from '../../../engine/command-line/open-monitor.ts';
import type { Session } from '../../../engine/command-line/session.ts';
import { terminalOf } from '../../../engine/command-line/terminal.ts';
import type { Monitor } from '../../../engine/monitor.ts';
import { startSimulator, type Simulator } from '../../simulator/simulator.ts';

const SOON = { timeout: 20_000 };
const HOUR_MS = 3_600_000;

let folder: string;
let program: string;
let told: string;
let simulators: Simulator[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notify-send-'));
  [program, told] = [join(folder, 'notify-send'), join(folder, 'told')];
  // Keeps what it is told, a line for each, and prints the id that it gives or is given.
  write(
    program,
    `for a; do printf '%s|' "$a"; done >> ${told}; echo >> ${told}
    for a; do case $a in --replace-id=*) echo "\${a#--replace-id=}"; exit;; esac; done; echo $$`,
  );
  simulators = [];
});
afterEach(async () => {
  await Promise.all(simulators.map((simulator) => simulator.close()));
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, script: string): void {
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

/** What a clock on the wall shows then. */
function timeIn(ms: number): string {
  return new Date(Date.now() + ms).toTimeString().slice(0, 5);
}

/** What was told, whole lines only: one may just be written. */
const lines = (): readonly string[] => (existsSync(told) ? readFileSync(told, 'utf8').split('\n').slice(0, -1) : []);

interface Notified {
  readonly monitor: Monitor;
  readonly settings: (of: Partial<Settings>) => void;
}

async function notified(count: number, given: Partial<Settings> = {}): Promise<Notified> {
  simulators = await Promise.all(Array.from({ length: count }, () => startSimulator({ scenario: 'healthy' })));
  const settings = { ...readSettings(undefined), targets: simulators.map(({ url }) => ({ url })), ...given };
  const { stdout, stderr, env } = process;
  const session: Session = {
    terminal: terminalOf({ stdout, stderr, env }),
    clock: systemClock,
    // With another home, so that the simulators are not taken for proxies that use the login of who runs this test.
    env: { ...env, HOME: folder },
    version: '1',
    atEnd: (stop) => onTestFinished(stop),
  };
  const monitor = openMonitor({ settings, troubles: [] }, session);
  notifyOfAlerts(monitor, english, session, [program]);
  await lightsAre(monitor, 'healthy', count);
  return { monitor, settings: (of) => monitor.configure({ ...settings, ...of }, []) };
}

async function lightsAre(monitor: Monitor, light: string, count: number): Promise<void> {
  const such = (): number =>
    monitor.snapshot().targets.filter((target) => target.light === light && target.confirmed).length;
  await expect.poll(such, SOON).toBe(count);
}

async function breakDown(monitor: Monitor, count = 1): Promise<void> {
  await Promise.all(simulators.slice(0, count).map((simulator) => simulator.switchTo('signed-out')));
  monitor.checkNow();
  await lightsAre(monitor, 'down', count);
}

describe.skipIf(process.platform === 'win32')('pilot-light watch --notify', () => {
  it('tells a failure and its end once each, in one place', async () => {
    const { monitor } = await notified(1);
    await breakDown(monitor);
    await expect.poll(lines, SOON).toHaveLength(1);
    const [failed = ''] = lines();
    expect(failed).toMatch(/^--print-id\|--app-name=Pilot Light\|--urgency=critical\|--\|[^|]+\|[^|]+\|$/);
    await simulators[0]?.switchTo('healthy');
    monitor.checkNow();
    await expect.poll(lines, { timeout: 30_000 }).toHaveLength(2);
    expect(lines()[1]).toMatch(/^--print-id\|--replace-id=\d+\|--app-name=Pilot Light\|--urgency=normal\|--\|/);
  }, 60_000);

  it.each([
    ['switched off', { notifications: false }],
    ['quiet', { quietHours: { from: timeIn(-HOUR_MS), to: timeIn(HOUR_MS) } }],
  ] as const)(
    'rests while notifications are %s, and tells what is still so afterwards',
    async (_what, rest) => {
      const { monitor, settings } = await notified(1, rest);
      await breakDown(monitor);
      // What is told from now on says so itself.
      write(program, `echo later >> ${told}`);
      settings({ notifications: true, quietHours: undefined });
      await expect.poll(lines, SOON).toEqual(['later']);
    },
    60_000,
  );

  it('tells of fifty among a hundred that fail at once in one notification', async () => {
    const { monitor } = await notified(100);
    await breakDown(monitor, 50);
    await expect.poll(() => lines().at(-1), SOON).toContain('|50 proxies fail|');
    const ids = lines().map((line) => /--replace-id=(\d+)/.exec(line)?.[1]);
    expect(ids[0]).toBeUndefined();
    // Whatever came after the first stands in its place.
    expect(new Set(ids.slice(1)).size).toBe(1);
    expect(ids.slice(1)).not.toContain(undefined);
  }, 90_000);

  it('tells it in an older notify-send, too', async () => {
    write(program, `[ "$1" = --print-id ] && exit 1; echo "$*" >> ${told}`);
    const { monitor } = await notified(1);
    await breakDown(monitor);
    await expect.poll(lines, SOON).toHaveLength(1);
  }, 60_000);
});
