import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { home } from '../../engine/command-line/pilot-light.ts';
import { startSimulator } from '../../simulator/simulator.ts';
import { inLanes } from '../in-lanes.ts';
import { measurement } from '../measurement.ts';
import { ROOT } from '../places.ts';
import { percentile, spread } from '../statistics.ts';

const BIN = join(ROOT, 'build', 'pilot-light.cjs');
// With a login, as the home of somebody who uses a proxy has one.
const where = home();
where.storeLogin();

const PAIRS = 30;
const WAITS = 20;
const WITHIN_MS = 300;
// By then it has all the code and the heap that it works with.
const SETTLE_MS = 30_000;
const GROWTH_MS = 60_000;

export const commandLine = measurement({
  name: 'command-line',
  how: `${PAIRS} rounds in turns of \`node -e 0\`, one bare request by Node, and \`pilot-light status --json\`, in an environment of their own (with NODE_EXTRA_CA_CERTS an empty Node takes more than twice as long); ${WAITS} times \`pilot-light wait\` on a port that begins to answer, from that moment to its end; the memory of \`pilot-light watch --json\` on a proxy that changes every second, after half a minute and a minute later. (Once it was watched for ten minutes in a pseudo-terminal, on a proxy that changes every 5 s: 603 frames, no full clear, 8 kB a minute, 5 MB more than after one.)`,
  limitMs: 240_000,
  figures: {
    empty: { what: 'node -e 0', unit: 'ms' },
    probe: { what: 'one bare request beyond that', unit: 'ms' },
    status: { what: '`pilot-light status --json`, two probes', unit: 'ms' },
    share: {
      what: '`status` beside 1.3 times `node -e 0` and one request',
      unit: 'times',
      budget: 1,
      reason:
        'the budget leaves a third of the start of an empty Node for everything that is ours. To compile 160 kB of JavaScript takes most of that (Node 20 keeps no compiled code), and then a second answer has to confirm the first, and the login, the CLI and the port of this computer are looked at, so that `status` says what the app says.',
    },
    waited: { what: 'healthy -> end of `pilot-light wait`, p95', unit: 'ms', budget: WITHIN_MS },
    growth: { what: 'growth of `pilot-light watch` in a minute of changes', unit: 'MB', budget: 5 },
  },
  async measure() {
    try {
      const { empty, bare, status } = await starts();
      const probe = Math.max(0, bare - empty);
      const waits = await inLanes(spread(600, 1_600, WAITS), 1, waitOnce);
      const share = status / (1.3 * empty + probe);
      return { empty, probe, status, share, waited: percentile(waits, 95), growth: await growth() };
    } finally {
      where.remove();
    }
  },
});

async function starts(): Promise<{ readonly empty: number; readonly bare: number; readonly status: number }> {
  const simulator = await startSimulator({ scenario: 'healthy' });
  const { url } = simulator;
  const request = `require('http').get('${url}/health/detailed', (answer) => answer.resume().on('end', () => process.exit()))`;
  const rounds = await inLanes(Array.from({ length: PAIRS }, Number), 1, async () => ({
    empty: await timed(['-e', '0']),
    bare: await timed(['-e', request]),
    status: await timed([BIN, 'status', '--json', '--url', url]),
  }));
  await simulator.close();
  return {
    empty: percentile(
      rounds.map(({ empty }) => empty),
      50,
    ),
    bare: percentile(
      rounds.map(({ bare }) => bare),
      50,
    ),
    status: percentile(
      rounds.map(({ status }) => status),
      50,
    ),
  };
}

async function timed(args: readonly string[]): Promise<number> {
  const began = performance.now();
  await once(spawn(process.execPath, args, { stdio: 'ignore', env: where.env }), 'exit');
  return performance.now() - began;
}

async function waitOnce(afterMs: number): Promise<number> {
  const simulator = await startSimulator({ scenario: 'refusing' });
  const end = once(
    spawn(process.execPath, [BIN, 'wait', '--url', simulator.url], { stdio: 'ignore', env: where.env }),
    'exit',
  );
  await wait(afterMs);
  await simulator.switchTo('healthy');
  const began = performance.now();
  await end;
  const waited = performance.now() - began;
  await simulator.close();
  return waited;
}

async function growth(): Promise<number> {
  const simulator = await startSimulator({ scenario: 'flapping', options: { period: 1_000 } });
  const child = spawn(process.execPath, [BIN, 'watch', '--json', '--url', simulator.url], {
    stdio: 'ignore',
    env: where.env,
  });
  await wait(SETTLE_MS);
  const before = residentMB(child.pid);
  await wait(GROWTH_MS);
  const after = residentMB(child.pid);
  child.kill();
  await simulator.close();
  return after - before;
}

function residentMB(pid: number | undefined): number {
  const [, kilobytes = 'NaN'] = /VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1_024;
}
