import { setTimeout as wait } from 'node:timers/promises';
import { measurement } from '../measurement.ts';
import { startSimulatorProcess } from '../server-process.ts';
import { untilSteady, watchServers } from '../watching.ts';

const INTERVAL_MS = 4_000;
const WINDOW_MS = 20_000;
/** A whole interval, in which the rush of the start passes. */
const SETTLING_MS = 4_000;

export const manyTargets = measurement({
  name: 'many-targets',
  how: `One, 100 and 1,000 targets at an interval of ${INTERVAL_MS / 1_000} s, each with a watch and a held connection of its own; all are the same address, that of one simulator in another process. CPU time of the engine process over ${WINDOW_MS / 1_000} s once all are confirmed healthy.`,
  limitMs: 150_000,
  figures: {
    one: { what: 'CPU with 1 target', unit: '%' },
    hundred: { what: 'CPU with 100 targets', unit: '%', budget: 5 },
    thousand: { what: 'CPU with 1,000 targets', unit: '%' },
    growth: { what: 'a target of 1,000 costs, against one of 100', unit: 'times', budget: 1.25 },
  },
  async measure() {
    const server = await startSimulatorProcess();
    const one = await cpuPercent(server.url, 1);
    const hundred = await cpuPercent(server.url, 100);
    const thousand = await cpuPercent(server.url, 1_000);
    await server.kill();
    return { one, hundred, thousand, growth: thousand / hundred / 10 };
  },
});

async function cpuPercent(url: string, count: number): Promise<number> {
  const monitor = watchServers(
    Array.from({ length: count }, () => url),
    INTERVAL_MS,
  );
  await untilSteady(monitor);
  await wait(SETTLING_MS);
  let probes = 0;
  monitor.onSnapshot(() => (probes += 1));
  const [from, since] = [process.cpuUsage(), performance.now()];
  await wait(WINDOW_MS);
  const { user, system } = process.cpuUsage(from);
  const percent = (user + system) / 1_000 / (performance.now() - since);
  monitor.stop();
  refuseIdleness(probes, count);
  return percent * 100;
}

// Whoever does not ask needs no CPU.
function refuseIdleness(probes: number, targets: number): void {
  const due = (targets * WINDOW_MS) / INTERVAL_MS;
  if (probes < 0.8 * due) throw new Error(`${probes} probes where ${due} were due`);
}
