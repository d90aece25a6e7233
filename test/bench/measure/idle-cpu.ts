import { setTimeout as wait } from 'node:timers/promises';
import { noDesktop, onDesktop, type Desktop } from '../desktop/desktop.ts';
import { measurePairs, median } from '../desktop/pairs.ts';
import { cpuMsOf } from '../desktop/process-tree.ts';
import { startEmpty, startOurs, type TrayApp } from '../desktop/tray-app.ts';
import { measurement } from '../measurement.ts';
import { startSimulatorProcess } from '../server-process.ts';

const PAIRS = 5;
const SETTLING_MS = 8_000;
const WINDOW_MS = 60_000;

export const idleCpu = measurement({
  name: 'idle-cpu',
  how: `CPU time of all processes of the app over ${WINDOW_MS / 1_000} s, ${SETTLING_MS / 1_000} s after the start, at the automatic interval (4 s), the popup never opened: ${PAIRS} pairs side by side, started in turn. Medians, and the median of what ours uses more in each pair.`,
  limitMs: 150_000,
  figures: {
    empty: { what: 'idle CPU of an empty Electron tray', unit: '%' },
    ours: { what: 'idle CPU', unit: '%' },
    more: { what: 'idle CPU above an empty Electron tray', unit: '%', budget: 0.2 },
  },
  obstacle: noDesktop,
  measure: () => onDesktop(idleBoth),
});

async function idleBoth(desktop: Desktop) {
  const server = await startSimulatorProcess();
  const startOne = startOurs(server.url);
  const pairs = await measurePairs(
    PAIRS,
    () => startEmpty(desktop),
    () => startOne(desktop),
  );
  await wait(SETTLING_MS);
  const apps = pairs.flatMap(({ empty, ours }) => [empty, ours]);
  const used = await cpuPercents(apps);
  await Promise.all(apps.map((app) => app.close()));
  await server.kill();
  const [empty, ours] = [0, 1].map((which) => used.filter((_, i) => i % 2 === which));
  if (empty === undefined || ours === undefined) throw new RangeError('nothing was measured');
  return {
    empty: median(empty),
    ours: median(ours),
    more: median(ours.map((percent, i) => percent - (empty[i] ?? 0))),
  };
}

async function cpuPercents(apps: readonly TrayApp[]): Promise<readonly number[]> {
  const from = apps.map(({ pid }) => cpuMsOf(pid));
  const since = performance.now();
  await wait(WINDOW_MS);
  const windowMs = performance.now() - since;
  return apps.map(({ pid }, i) => ((cpuMsOf(pid) - (from[i] ?? 0)) / windowMs) * 100);
}
