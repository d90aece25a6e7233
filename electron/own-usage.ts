import { app, type ProcessMetric } from 'electron';
import { readFile } from 'node:fs/promises';
import type { OwnUsage } from '../core/contract.ts';
import { requestsSent } from '../engine/probe/requests-sent.ts';

const BYTES_PER_KB = 1_024;

/** Measures what this program costs at this moment. Nothing of it runs at any other time. */
export async function ownUsage(): Promise<OwnUsage> {
  const processes = app.getAppMetrics();
  const memory = await Promise.all(processes.map(memoryOf));
  return {
    processes: processes.length,
    memoryBytes: memory.reduce((sum, each) => sum + each, 0),
    cpuMs: processes.reduce((sum, { cpu }) => sum + (cpu.cumulativeCPUUsage ?? 0) * 1_000, 0),
    uptimeMs: process.uptime() * 1_000,
    requests: requestsSent(),
  };
}

// Linux tells for each process its share of what is shared (PSS); the others count it in each of them.
async function memoryOf({ pid, memory }: ProcessMetric): Promise<number> {
  const share = process.platform === 'linux' ? await proportionalKb(pid) : undefined;
  return (share ?? memory.workingSetSize) * BYTES_PER_KB;
}

async function proportionalKb(pid: number): Promise<number | undefined> {
  try {
    const kilobytes = /^Pss:\s+(\d+) kB/m.exec(await readFile(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes);
  } catch {
    // It has just ended, or its sandbox keeps it from being looked at.
    return undefined;
  }
}
