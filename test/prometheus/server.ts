import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as v from 'valibot';
import { listenOn } from '../simulator/listen-on.ts';

/** A sample of a series: seconds since the epoch, and its value. */
export type Point = readonly [second: number, value: number];

/** One series of an answer: its labels (its name is one of them), and its samples in the range that was asked. */
export interface Series {
  readonly labels: Readonly<Record<string, string>>;
  readonly points: readonly Point[];
}

/** A running Prometheus with a store of its own. */
export interface Prometheus {
  /** Asks in PromQL, at a moment in seconds since the epoch; absent: now. */
  query(promql: string, second?: number): Promise<readonly Series[]>;
  stop(): Promise<void>;
}

const SCRAPE_INTERVAL = '500ms';
const PATIENCE_MS = 20_000;

const point = v.pipe(
  v.tuple([v.number(), v.string()]),
  v.transform(([second, value]): Point => [second, Number(value)]),
);
const labels = v.record(v.string(), v.string());
const answerSchema = v.object({
  data: v.object({
    result: v.array(
      v.union([
        v.pipe(
          v.object({ metric: labels, value: point }),
          v.transform(({ metric, value }): Series => ({ labels: metric, points: [value] })),
        ),
        v.pipe(
          v.object({ metric: labels, values: v.array(point) }),
          v.transform(({ metric, values }): Series => ({ labels: metric, points: values })),
        ),
      ]),
    ),
  }),
});

/** Starts Prometheus, which scrapes these ports of this computer twice a second. Rejects when it does not get ready. */
export async function startPrometheus(ports: readonly number[]): Promise<Prometheus> {
  const folder = await mkdtemp(join(tmpdir(), 'prometheus-'));
  const config = join(folder, 'prometheus.yml');
  await writeFile(config, configOf(ports));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(
    'prometheus',
    [
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--log.level=error',
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const ended = new Promise((resolve) => child.once('close', resolve));
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  if (!(await isReady(url))) {
    await stop();
    throw new Error('Prometheus did not get ready');
  }
  return {
    query: async (promql, second) => {
      const asked = new URLSearchParams({ query: promql, ...(second !== undefined && { time: String(second) }) });
      const response = await fetch(`${url}/api/v1/query?${asked.toString()}`);
      return v.parse(answerSchema, await response.json()).data.result;
    },
    stop,
  };
}

function configOf(ports: readonly number[]): string {
  const targets = ports.map((port) => `'127.0.0.1:${port}'`).join(', ');
  return [
    'global:',
    `  scrape_interval: ${SCRAPE_INTERVAL}`,
    `  scrape_timeout: ${SCRAPE_INTERVAL}`,
    'scrape_configs:',
    '  - job_name: proxy',
    '    static_configs:',
    `      - targets: [${targets}]`,
    '',
  ].join('\n');
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenOn(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function isReady(url: string): Promise<boolean> {
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until) {
    // One question after the other.
    // oxlint-disable-next-line no-await-in-loop
    const answered = await fetch(`${url}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answered) return true;
    // oxlint-disable-next-line no-await-in-loop
    await wait(100);
  }
  return false;
}
