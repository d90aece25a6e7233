import { join } from 'node:path';
import { expect } from 'vitest';
import { test, type Desk } from './desk.ts';
import { processesIn, startProcess, type StartedProcess } from './process.ts';

// What Chromium takes its time for, side by side.
const AT_ONCE = { timeout: 2_000 };
const USABLE = { timeout: 3_000 };
// It took 17 s until Electron 33 called a page unresponsive that owed an answer to a click.
const CHROMIUMS_PATIENCE = { timeout: 45_000 };
// It waits 20 s for the one that is there.
const TAKEN_OVER = { timeout: 30_000 };

async function renderersIn(profile: string): Promise<readonly number[]> {
  const processes = await processesIn(profile);
  return processes.filter(({ commandLine }) => commandLine.includes('--type=renderer')).map(({ pid }) => pid);
}

/** Clicks into the middle of a visible window; false while there is none. */
async function clickInto(title: string): Promise<boolean> {
  const window = ['search', '--onlyvisible', '--name', title];
  const click = ['mousemove', '--window', '%1', '190', '300', 'click', '1'];
  return (await startProcess(['xdotool', ...window, ...click]).ended).code === 0;
}

// Not driven by Playwright: Chromium excuses a page that is being debugged from answering.
async function rendererHangs(desk: Desk, url: string): Promise<void> {
  const profile = join(desk.folder, 'hanging');
  const app = desk.spawn(profile, `--url=${url}`);
  await (await desk.tray(app)).activate();
  await expect.poll(() => clickInto('Pilot Light'), AT_ONCE).toBe(true);
  const [hanging = 0] = await renderersIn(profile);
  process.kill(hanging, 'SIGSTOP');
  expect(await clickInto('Pilot Light')).toBe(true);
  await expect.poll(() => renderersIn(profile), CHROMIUMS_PATIENCE).not.toContain(hanging);
  await expect.poll(() => renderersIn(profile), USABLE).toHaveLength(1);
}

function startReporting(desk: Desk, profile: string, url: string): StartedProcess {
  return desk.spawn(profile, `--url=${url}`, '--report-lights');
}

async function firstIsFrozen(desk: Desk, url: string): Promise<void> {
  const profile = join(desk.folder, 'frozen');
  const first = startReporting(desk, profile, url);
  await expect.poll(() => first.output(), { timeout: 15_000 }).toContain(' healthy ');
  process.kill(first.pid, 'SIGSTOP');
  const second = startReporting(desk, profile, url);
  await expect.poll(() => second.output(), TAKEN_OVER).toContain(' healthy ');
  expect(await first.ended).toMatchObject({ signal: 'SIGKILL' });
}

test('R14: a renderer that hangs comes back; R29: an instance that is frozen gives way', async ({ desk }) => {
  const proxy = await desk.simulate('healthy');
  const outcomes = await Promise.allSettled([rendererHangs(desk, proxy.url), firstIsFrozen(desk, proxy.url)]);
  expect(outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason : 'well'))).toEqual([
    'well',
    'well',
  ]);
});
