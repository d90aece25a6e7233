import { join } from 'node:path';
import { computer, diagnose, type Computer } from '../../engine/diagnosis/computer.ts';
import { startSimulator } from '../../simulator/simulator.ts';
import { measurement } from '../measurement.ts';
import { ROOT } from '../places.ts';
import { percentile } from '../statistics.ts';

const RUNS = 40;
const HANGING_RUNS = 3;

export const diagnosis = measurement({
  name: 'diagnosis',
  how: `All checks on a simulator and a home with a fake CLI, by the real engine: ${RUNS} runs on a healthy system, each with a CLI that was never asked before, and ${HANGING_RUNS} with a CLI that hangs when it is asked anything.`,
  limitMs: 120_000,
  figures: {
    healthy: { what: 'a healthy system, p95', unit: 'ms', budget: 3_000 },
    hanging: { what: 'a CLI that hangs, the longest', unit: 'ms', budget: 15_000 },
    asked: { what: 'a CLI that hangs when asked for its sign-in, the longest', unit: 'ms', budget: 15_000 },
  },
  async measure() {
    return {
      healthy: percentile(await durations('signed-in.sh', RUNS), 95),
      hanging: Math.max(...(await durations('hangs.sh', HANGING_RUNS))),
      asked: Math.max(...(await durations('hangs-when-asked.sh', HANGING_RUNS))),
    };
  },
});

async function durations(cli: string, runs: number): Promise<readonly number[]> {
  const proxy = await startSimulator({ scenario: 'healthy' });
  const taken: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const here = computer({}, join(ROOT, 'test', 'fixtures', 'cli'));
    here.installCli(cli);
    here.storeLogin();
    // One after the other: two would share the processor.
    // oxlint-disable-next-line no-await-in-loop
    taken.push(await duration(here, proxy.url));
    here.switchOff();
  }
  await proxy.close();
  return taken;
}

async function duration(here: Computer, url: string): Promise<number> {
  const monitor = here.watch(url);
  const began = performance.now();
  await diagnose(monitor);
  return performance.now() - began;
}
