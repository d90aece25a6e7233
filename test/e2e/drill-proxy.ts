import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import * as v from 'valibot';
import type { Options } from '../simulator/options.ts';
import type { ScenarioName } from '../simulator/scenarios.ts';
import { PROJECT } from './app.ts';
import type { Desk } from './desk.ts';
import type { StartedProcess } from './process.ts';

const SIMULATOR = join(PROJECT, 'out', 'simulator', 'simulator.js');
const SOON = { timeout: 15_000, interval: 20 };

/** A simulated proxy that is a process of its own: it can be killed as any program can, and has a name on its port. */
export interface DrillProxy {
  readonly url: string;
  play(scenario: ScenarioName, options?: Options): Promise<void>;
  kill(): Promise<void>;
  /** Healthy again, started anew if it was killed. */
  mend(): Promise<void>;
}

const toldSchema = v.object({ url: v.string(), control: v.string() });

type Running = StartedProcess & v.InferOutput<typeof toldSchema>;

/** Starts one in good health, on any free port, as a program of the user whose environment this is. */
export async function startDrillProxy(desk: Desk, env: NodeJS.ProcessEnv): Promise<DrillProxy> {
  let running = await start(desk, env, '0');
  let isThere = true;
  const { url } = running;
  const kill = async (): Promise<void> => {
    if (isThere) process.kill(running.pid, 'SIGKILL');
    isThere = false;
    await running.ended;
  };
  onTestFinished(kill);
  const play: DrillProxy['play'] = async (scenario, options = {}) => {
    const body = JSON.stringify({ scenario, ...options });
    const { status } = await fetch(`${running.control}/scenario`, { method: 'POST', body });
    expect(status).toBe(200);
  };
  const mend = async (): Promise<void> => {
    if (isThere) return play('healthy');
    running = await start(desk, env, new URL(url).port);
    isThere = true;
  };
  return { url, play, kill, mend };
}

async function start(desk: Desk, env: NodeJS.ProcessEnv, port: string): Promise<Running> {
  const started = desk.run([process.execPath, SIMULATOR, 'healthy', '--port', port, '--control'], env);
  await expect.poll(() => started.output(), SOON).toContain('\n');
  return { ...started, ...v.parse(toldSchema, JSON.parse(started.output())) };
}
