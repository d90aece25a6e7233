import { setTimeout as wait } from 'node:timers/promises';
import { inLanes } from '../in-lanes.ts';
import { measurement } from '../measurement.ts';
import { startSimulatorProcess } from '../server-process.ts';
import { spread } from '../statistics.ts';
import { untilAll, untilSteady, watchServers } from '../watching.ts';

const RUNS = 10;
const MOMENTS_MS = spread(0, 3_900, RUNS);

export const hang = measurement({
  name: 'hang',
  how: `${RUNS} runs at once, the automatic interval: SIGSTOP of a confirmed healthy Node server at another moment of the interval each time; connections are still taken, and nothing is answered. Until the snapshot says "not responding", and until this is a confirmed fault.`,
  limitMs: 90_000,
  figures: {
    seen: { what: 'SIGSTOP until "not responding", the slowest run', unit: 's', budget: 9 },
    sure: { what: 'SIGSTOP until confirmed down, the slowest run', unit: 's' },
  },
  obstacle: () => (process.platform === 'win32' ? 'Windows cannot stop a process' : undefined),
  async measure() {
    const runs = await inLanes(MOMENTS_MS, RUNS, hangOnce);
    return {
      seen: Math.max(...runs.map(({ seen }) => seen)),
      sure: Math.max(...runs.map(({ sure }) => sure)),
    };
  },
});

async function hangOnce(momentMs: number) {
  const server = await startSimulatorProcess();
  const monitor = watchServers([server.url]);
  await untilSteady(monitor);
  await wait(momentMs);
  const seen = untilAll(monitor, 'not responding', ({ findings }) => findings[0]?.id === 'not-responding');
  const sure = untilAll(monitor, 'confirmed down', ({ light, confirmed }) => light === 'down' && confirmed);
  const stoppedAt = performance.now();
  server.signal('SIGSTOP');
  const seconds = { seen: ((await seen) - stoppedAt) / 1_000, sure: ((await sure) - stoppedAt) / 1_000 };
  monitor.stop();
  await server.kill();
  return seconds;
}
