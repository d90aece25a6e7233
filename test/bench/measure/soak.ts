import { setTimeout as wait } from 'node:timers/promises';
import type { Light } from '../../../core/health/light.ts';
import type { Monitor } from '../../../engine/monitor.ts';
import { measurement, type Measurement } from '../measurement.ts';
import { startOwnServer, startSimulatorProcess, type ServerProcess } from '../server-process.ts';
import { untilAll, untilProbes, watchServers } from '../watching.ts';

const TARGETS = 10;
const WARM_UP = 5_000;
/** Long enough for every probe that is under way to end. */
const REST_MS = 500;
const MB = 1_024 ** 2;

export const soak = soaked({
  name: 'soak',
  what: '100,000 probes',
  of: "the simulator's detailed page",
  probes: 100_000,
  light: 'healthy',
  budgets: { rss: 20, heap: 2 },
  start: () => startSimulatorProcess(),
});

export const soakOfFaults = soaked({
  name: 'soak-of-faults',
  what: '20,000 failing probes',
  of: 'a server that answers 503 with another random text each time',
  probes: 20_000,
  light: 'down',
  budgets: { rss: 30, heap: 3 },
  start: () => startOwnServer('babbling', '1'),
});

interface Soak {
  readonly name: string;
  readonly what: string;
  readonly of: string;
  readonly probes: number;
  /** What every target must show: else something else was measured. */
  readonly light: Light;
  readonly budgets: { readonly rss: number; readonly heap: number };
  readonly start: () => Promise<ServerProcess>;
}

function soaked({ name, what, of, probes, light, budgets, start }: Soak): Measurement {
  return measurement({
    name,
    how: `${TARGETS} targets, 1 ms between the probes of each, ${of} in another process. Compared at rest (all paused, garbage collected), after ${WARM_UP.toLocaleString('en')} probes and after ${probes.toLocaleString('en')} more. Handles: what keeps the event loop busy, by process.getActiveResourcesInfo().`,
    limitMs: 200_000,
    figures: {
      rss: { what: `growth of memory (RSS) by ${what}`, unit: 'MB', budget: budgets.rss },
      heap: { what: `growth of the heap by ${what}`, unit: 'MB', budget: budgets.heap },
      handles: { what: `growth of handles by ${what}`, unit: 'count', budget: 0 },
    },
    async measure() {
      const server = await start();
      const monitor = watchServers(
        Array.from({ length: TARGETS }, () => server.url),
        1,
      );
      await untilProbes(monitor, WARM_UP);
      const before = await atRest(monitor);
      await untilProbes(monitor, probes);
      await untilAll(monitor, light, (target) => target.light === light && target.confirmed);
      const after = await atRest(monitor);
      monitor.stop();
      await server.kill();
      return {
        rss: (after.rss - before.rss) / MB,
        heap: (after.heap - before.heap) / MB,
        handles: after.handles - before.handles,
      };
    },
  });
}

/** What the engine holds while it does nothing. Starts it again afterwards. */
async function atRest(monitor: Monitor): Promise<{ rss: number; heap: number; handles: number }> {
  const ids = monitor.snapshot().targets.map(({ id }) => id);
  ids.forEach((id) => monitor.pause(id));
  await wait(REST_MS);
  collectGarbage();
  const { rss, heapUsed: heap } = process.memoryUsage();
  const handles = process.getActiveResourcesInfo().length;
  ids.forEach((id) => monitor.resume(id));
  return { rss, heap, handles };
}

function collectGarbage(): void {
  const { gc } = globalThis;
  if (gc === undefined) throw new Error('Node runs without --expose-gc');
  // The second one takes what the first one's finalizers let go.
  gc();
  gc();
}
