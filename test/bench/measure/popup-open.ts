import { setTimeout as wait } from 'node:timers/promises';
import { noDesktop, onDesktop, type Desktop } from '../desktop/desktop.ts';
import { compare, measurePairs, median } from '../desktop/pairs.ts';
import { paintedAt, watchScreen } from '../desktop/painted.ts';
import { startEmpty, startOurs, type StartApp, type TrayApp } from '../desktop/tray-app.ts';
import { openScreen, type Area, type Screen } from '../desktop/x-screen.ts';
import { measurement } from '../measurement.ts';
import { startSimulatorProcess } from '../server-process.ts';

// One pair in three is a quarter off: Chromium starts a process for the page, and the machine has its moods.
const PAIRS = 9;
const WARM_RUNS = 2;
/** After the start, until nothing of it is left to do. */
const SETTLING_MS = 2_000;
const LOOK_MS = { cold: 1_200, warm: 600 };
/** After this, a click is another click, and not the one that took the focus. */
const APART_MS = 500;

// Where both put their windows: below the panel of the desktop, at its right end.
const SIZE = { width: 380, height: 640 };
const PANEL = 32;
const MARGIN = 8;

export const popupOpen = measurement({
  name: 'popup-open',
  how: `${PAIRS} pairs: from the click on the tray's icon (Activate on D-Bus) until the display shows the window as it then stays, read off the X server every few milliseconds: that is, for ours, with its data. Cold: the first click after the start, which makes the window; the empty one makes an empty window of the same size and kind. Warm: ${WARM_RUNS} more clicks on ours, hidden in between. Medians.`,
  limitMs: 250_000,
  figures: {
    empty: { what: 'click until an empty window is painted, cold', unit: 'ms' },
    ours: { what: 'click until the popup is painted with data, cold', unit: 'ms' },
    ratio: { what: 'click until painted, cold, against an empty window', unit: 'times', budget: 1.3 },
    warm: { what: 'click until the popup is painted with data, warm', unit: 'ms', budget: 50 },
    warmEmpty: { what: 'click until an empty window is painted, warm', unit: 'ms' },
  },
  obstacle: noDesktop,
  measure: () => onDesktop(openBoth),
});

interface Openings {
  readonly cold: number;
  readonly warm: readonly number[];
}

async function openBoth(desktop: Desktop) {
  const server = await startSimulatorProcess();
  const screen = await openScreen(desktop.env);
  const opened = (start: StartApp) => (): Promise<Openings> => openOne(desktop, screen, start);
  const pairs = await measurePairs(PAIRS, opened(startEmpty), opened(startOurs(server.url)));
  screen.close();
  await server.kill();
  return {
    ...compare(pairs.map(({ empty, ours }) => ({ empty: empty.cold, ours: ours.cold }))),
    warm: median(pairs.flatMap(({ ours }) => ours.warm)),
    warmEmpty: median(pairs.flatMap(({ empty }) => empty.warm)),
  };
}

async function openOne(desktop: Desktop, screen: Screen, start: StartApp): Promise<Openings> {
  const app = await start(desktop);
  await wait(SETTLING_MS);
  const cold = await clickToPainted(app, screen, LOOK_MS.cold);
  const warm: number[] = [];
  for (let i = 0; i < WARM_RUNS; i += 1) {
    app.click();
    // oxlint-disable-next-line no-await-in-loop
    await wait(APART_MS);
    // oxlint-disable-next-line no-await-in-loop
    warm.push(await clickToPainted(app, screen, LOOK_MS.warm));
  }
  await app.close();
  return { cold, warm };
}

async function clickToPainted(app: TrayApp, screen: Screen, lookMs: number): Promise<number> {
  const area: Area = { ...SIZE, x: screen.width - MARGIN - SIZE.width, y: PANEL + MARGIN };
  const [before] = await watchScreen(screen, area, 1);
  const clickedAt = app.click();
  const frames = await watchScreen(screen, area, lookMs);
  return paintedAt(before === undefined ? frames : [before, ...frames]) - clickedAt;
}
