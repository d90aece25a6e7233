import { measurement } from '../measurement.ts';
import { startSimulatorProcess } from '../server-process.ts';
import { untilProbes, watchServers } from '../watching.ts';

const COLD = 100;
const MEASURED = 5_000;
const BUDGET_MS = 2;

export const probeCpu = measurement({
  name: 'probe-cpu',
  how: `One target, the simulator's detailed page in another process, over the held connection, one probe after the other (1 ms apart). CPU time of the whole engine process, from the request to the published snapshot: of the first ${COLD} probes, discovery included, and of ${MEASURED.toLocaleString('en')} after these.`,
  limitMs: 60_000,
  figures: {
    cold: { what: `CPU of one probe, the first ${COLD}`, unit: 'ms', budget: BUDGET_MS },
    warm: { what: 'CPU of one probe, warmed up', unit: 'ms', budget: BUDGET_MS },
  },
  async measure() {
    const server = await startSimulatorProcess();
    let from = process.cpuUsage();
    const monitor = watchServers([server.url], 1);
    await untilProbes(monitor, COLD);
    const cold = cpuMsSince(from) / COLD;
    from = process.cpuUsage();
    await untilProbes(monitor, MEASURED);
    const warm = cpuMsSince(from) / MEASURED;
    monitor.stop();
    await server.kill();
    return { cold, warm };
  },
});

function cpuMsSince(from: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1_000;
}
