import { measurement } from '../measurement.ts';
import { startOwnServer } from '../server-process.ts';
import { untilProbes, watchServers } from '../watching.ts';

const PROBES = 500;
const INTERVAL_MS = 20;

export const idleClosers = measurement({
  name: 'idle-closers',
  how: `${PROBES} probes each, ${INTERVAL_MS} ms apart, of healthy servers in other processes that end idle connections unannounced: at once, and after exactly the interval. A false alarm is an alert, or a snapshot that is not green.`,
  limitMs: 90_000,
  figures: {
    atOnce: { what: `false alarms in ${PROBES} probes: connections ended at once`, unit: 'count', budget: 0 },
    onTime: { what: `false alarms in ${PROBES} probes: ended after the interval`, unit: 'count', budget: 0 },
  },
  async measure() {
    const [atOnce, onTime] = await Promise.all([falseAlarms(0), falseAlarms(INTERVAL_MS)]);
    return { atOnce, onTime };
  },
});

async function falseAlarms(idleMs: number): Promise<number> {
  const server = await startOwnServer('idle-closing', String(idleMs));
  const monitor = watchServers([server.url], INTERVAL_MS);
  let count = 0;
  monitor.onAlert(() => (count += 1));
  monitor.onSnapshot(({ light }) => (count += light === 'healthy' ? 0 : 1));
  await untilProbes(monitor, PROBES);
  monitor.stop();
  await server.kill();
  return count;
}
