import { expect } from 'vitest';
import type { StartedProcess } from './process.ts';

/** Waits until a process has printed this, and gives the first group of it. */
export async function printed(run: StartedProcess, pattern: RegExp): Promise<string> {
  await expect.poll(() => run.output(), { timeout: 20_000 }).toMatch(pattern);
  return pattern.exec(run.output())?.[1] ?? '';
}
