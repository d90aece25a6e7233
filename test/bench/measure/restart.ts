import { setTimeout as wait } from 'node:timers/promises';
import { inLanes } from '../in-lanes.ts';
import { measurement } from '../measurement.ts';
import { startSimulatorProcess } from '../server-process.ts';
import { spread } from '../statistics.ts';
import { untilSteady, watchServers } from '../watching.ts';

const RUNS = 20;
const LANES = 4;
const WITHIN_MS = 1_000;
const PAUSES_MS = spread(200, 750, RUNS);
const MAX_TRIES = 3;
/** Twice as long as a confirmation takes; an alert that did not come by then does not come. */
const AFTERWARDS_MS = 2_500;

interface Restart {
  /** Milliseconds from the end of the old process until the new one listened. */
  readonly goneMs: number;
  readonly alerts: number;
}

export const restart = measurement({
  name: 'restart',
  how: `${RUNS} runs, the automatic interval: kill -9 of a confirmed healthy Node server, start it again after 200 to 750 ms and the time that it needs, and count alerts until it is confirmed healthy and 2.5 s beyond. A run in which the server was not back within a second is repeated.`,
  limitMs: 150_000,
  figures: {
    alerts: { what: `alerts in ${RUNS} restarts within a second`, unit: 'count', budget: 0 },
    shortest: { what: 'the shortest of these restarts', unit: 'ms' },
    longest: { what: 'the longest of these restarts', unit: 'ms', budget: WITHIN_MS },
  },
  async measure() {
    const restarts = await inLanes(PAUSES_MS, LANES, (pauseMs) => restartWithinASecond(pauseMs));
    const gone = restarts.map(({ goneMs }) => goneMs);
    return {
      alerts: restarts.reduce((sum, { alerts }) => sum + alerts, 0),
      shortest: Math.min(...gone),
      longest: Math.max(...gone),
    };
  },
});

async function restartWithinASecond(pauseMs: number, tries = 1): Promise<Restart> {
  const done = await restartOnce(pauseMs);
  return done.goneMs < WITHIN_MS || tries === MAX_TRIES ? done : restartWithinASecond(pauseMs, tries + 1);
}

async function restartOnce(pauseMs: number): Promise<Restart> {
  const first = await startSimulatorProcess();
  const monitor = watchServers([first.url]);
  await untilSteady(monitor);
  let alerts = 0;
  monitor.onAlert(() => (alerts += 1));
  await first.kill();
  const goneAt = performance.now();
  await wait(pauseMs);
  const second = await startSimulatorProcess(first.port);
  const goneMs = performance.now() - goneAt;
  await untilSteady(monitor);
  await wait(AFTERWARDS_MS);
  monitor.stop();
  await second.kill();
  return { goneMs, alerts };
}
