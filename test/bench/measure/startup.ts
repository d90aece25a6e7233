import { noDesktop, onDesktop, type Desktop } from '../desktop/desktop.ts';
import { compare, measurePairs, median } from '../desktop/pairs.ts';
import { startEmpty, startOurs } from '../desktop/tray-app.ts';
import { measurement } from '../measurement.ts';
import { startSimulatorProcess } from '../server-process.ts';

const PAIRS = 7;

export const startup = measurement({
  name: 'startup',
  how: `${PAIRS} pairs after one that does not count, each start with a new profile: from the start of the process until the tray on D-Bus says that it has an icon. The first verdict: from then until the app has printed what the proxy's light is (--report-lights); below zero when it knew before the tray did. Medians.`,
  limitMs: 120_000,
  figures: {
    empty: { what: 'start of an empty Electron tray until its icon is there', unit: 'ms' },
    ours: { what: 'start until the icon is there', unit: 'ms' },
    ratio: { what: 'start until the icon is there, against the empty one', unit: 'times', budget: 1.15 },
    verdict: {
      what: 'first verdict after the icon',
      unit: 'ms',
      budget: 100,
      reason:
        'it is on the line, and beyond it where the machine is slow. The app is loaded only once the icon is there, which takes half of this time; then the proxy is asked, judged and drawn.',
    },
  },
  obstacle: noDesktop,
  measure: () => onDesktop(startBoth),
});

async function startBoth(desktop: Desktop) {
  const server = await startSimulatorProcess();
  const verdicts: number[] = [];
  const empty = async (): Promise<number> => {
    const app = await startEmpty(desktop);
    await app.close();
    return app.registeredAt - app.startedAt;
  };
  const ours = async (): Promise<number> => {
    const app = await startOurs(server.url)(desktop);
    verdicts.push((await app.verdictAt) - app.registeredAt);
    await app.close();
    return app.registeredAt - app.startedAt;
  };
  const [, ...pairs] = await measurePairs(PAIRS + 1, empty, ours);
  await server.kill();
  return { ...compare(pairs), verdict: median(verdicts.slice(1)) };
}
