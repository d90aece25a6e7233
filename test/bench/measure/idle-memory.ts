import { setTimeout as wait } from 'node:timers/promises';
import { noDesktop, onDesktop, withOwnElectron, type Desktop } from '../desktop/desktop.ts';
import { compare, measurePairs, median } from '../desktop/pairs.ts';
import { memoryOf, processTree, total } from '../desktop/process-tree.ts';
import { startEmpty, startOurs, type StartApp, type TrayApp } from '../desktop/tray-app.ts';
import { measurement } from '../measurement.ts';
import { startSimulatorProcess } from '../server-process.ts';

const PAIRS = 5;
const SETTLING_MS = 9_000;
const LOOK_MS = 1_500;
/** A hidden popup is given up after a minute. */
const GIVING_UP_MS = 60_000;

export const idleMemory = measurement({
  name: 'idle-memory',
  how: `PSS of all processes of the app, ${SETTLING_MS / 1_000} s after its start, at the automatic interval (4 s), the popup never opened: ${PAIRS} pairs, one app at a time. Opened and closed again: ${PAIRS} of ours at once, each opened for ${LOOK_MS / 1_000} s, measured ${SETTLING_MS / 1_000} s after a minute had passed and the last popup was given up; as these share the pages of their programs with each other, each is charged with all of these. Against the empty tray that never made a window. Medians.`,
  limitMs: 300_000,
  figures: {
    empty: { what: 'idle memory of an empty Electron tray', unit: 'MB' },
    ours: { what: 'idle memory, popup never opened', unit: 'MB' },
    ratio: { what: 'idle memory, popup never opened, against the empty tray', unit: 'times', budget: 1.08 },
    closed: { what: 'idle memory, popup opened and closed again', unit: 'MB' },
    closedRatio: {
      what: 'idle memory, popup opened and closed again, against the empty tray',
      unit: 'times',
      budget: 1.2,
    },
  },
  obstacle: noDesktop,
  measure: () => onDesktop((desktop) => withOwnElectron(desktop, weighBoth)),
});

async function weighBoth(desktop: Desktop) {
  const server = await startSimulatorProcess();
  const weighed = (start: StartApp) => (): Promise<number> => weighOne(desktop, start);
  const never = compare(await measurePairs(PAIRS, weighed(startEmpty), weighed(startOurs(server.url))));
  const closed = await weighClosed(desktop, startOurs(server.url));
  await server.kill();
  return { ...never, closed, closedRatio: closed / never.empty };
}

async function weighOne(desktop: Desktop, start: StartApp): Promise<number> {
  const app = await start(desktop);
  await wait(SETTLING_MS);
  const memory = total(memoryOf(app.pid));
  await app.close();
  return memory;
}

/** Several at once, as each takes more than a minute. What they share between them is added up again to what one needs. */
async function weighClosed(desktop: Desktop, start: StartApp): Promise<number> {
  const apps: TrayApp[] = [];
  for (let i = 0; i < PAIRS; i += 1) {
    // Each icon is known by its being the next.
    // oxlint-disable-next-line no-await-in-loop
    apps.push(await start(desktop));
  }
  await wait(SETTLING_MS);
  const processes = apps.map(({ pid }) => processTree(pid).length);
  // oxlint-disable-next-line no-await-in-loop
  for (const app of apps) await openAndClose(app);
  await wait(GIVING_UP_MS + SETTLING_MS);
  refuseOpen(apps, processes);
  const memories = apps.map(({ pid }) => memoryOf(pid));
  const files = memories.reduce((sum, memory) => sum + memory.files, 0);
  await Promise.all(apps.map((app) => app.close()));
  return median(memories.map((memory) => total({ ...memory, files })));
}

async function openAndClose(app: TrayApp): Promise<void> {
  const before = processTree(app.pid).length;
  app.click();
  await wait(LOOK_MS);
  if (processTree(app.pid).length <= before) throw new Error('no popup came');
  app.click();
}

// A popup that is not given up is measured as one that is kept.
function refuseOpen(apps: readonly TrayApp[], processes: readonly number[]): void {
  apps.forEach(({ pid }, i) => {
    if (processTree(pid).length > (processes[i] ?? 0)) throw new Error('a popup was not given up');
  });
}
