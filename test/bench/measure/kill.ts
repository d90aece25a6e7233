import { spawnSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { inLanes } from '../in-lanes.ts';
import { measurement, type Measurement } from '../measurement.ts';
import { startSimulatorProcess, startUvicorn, type StartServer } from '../server-process.ts';
import { percentile, spread } from '../statistics.ts';
import { untilAll, untilSteady, watchServers } from '../watching.ts';

const RUNS = 20;
const LANES = 4;
/** From just after a probe to just before the next: the interval is 4 s. */
const MOMENTS_MS = spread(0, 3_900, RUNS);

export const killNode = killed('kill-node', 'a Node server', startSimulatorProcess);

export const killUvicorn: Measurement = {
  ...killed('kill-uvicorn', 'a uvicorn server', startUvicorn),
  obstacle: () => (spawnSync('uvicorn', ['--version']).error === undefined ? undefined : 'uvicorn is not installed'),
};

function killed(name: string, whom: string, start: StartServer): Measurement {
  return measurement({
    name,
    how: `${RUNS} runs, the automatic interval: watch ${whom} until it is confirmed healthy, kill -9 at another moment of the interval each time, and wait for the snapshot whose light is down, then for the alert.`,
    limitMs: 150_000,
    figures: {
      changedP50: { what: `kill -9 of ${whom} until the state changed, p50`, unit: 'ms' },
      changedP95: { what: `kill -9 of ${whom} until the state changed, p95`, unit: 'ms', budget: 500 },
      told: { what: `kill -9 of ${whom} until the alert, the slowest run`, unit: 'ms', budget: 1_500 },
    },
    async measure() {
      const runs = await inLanes(MOMENTS_MS, LANES, (momentMs) => killOnce(start, momentMs));
      const changed = runs.map(({ changedMs }) => changedMs);
      return {
        changedP50: percentile(changed, 50),
        changedP95: percentile(changed, 95),
        told: Math.max(...runs.map(({ toldMs }) => toldMs)),
      };
    },
  });
}

async function killOnce(start: StartServer, momentMs: number) {
  const server = await start();
  const monitor = watchServers([server.url]);
  await untilSteady(monitor);
  await wait(momentMs);
  const down = untilAll(monitor, 'down', ({ light }) => light === 'down');
  const told = new Promise<number>((resolve) => monitor.onAlert(() => resolve(performance.now())));
  const killedAt = performance.now();
  void server.kill();
  const moments = { changedMs: (await down) - killedAt, toldMs: (await told) - killedAt };
  monitor.stop();
  return moments;
}
