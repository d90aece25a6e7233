import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { measureIsolated } from './isolated.ts';
import { thisMachine } from './machine.ts';
import type { Measurement } from './measurement.ts';
import { MEASUREMENTS } from './measurements.ts';
import { performancePage } from './page.ts';
import { ROOT } from './places.ts';
import { HEADINGS, rowsOf, type Result } from './rows.ts';
import { textTable } from './text-table.ts';

/**
 * Measures one after the other, prints the table, and writes `out/bench.json`; after a whole run, `docs/performance.md`
 * too. The exit code is 1 when something could not be measured that should be; a missed budget is a result.
 */
export async function runBench(chosen: readonly Measurement[]): Promise<number> {
  const results: Result[] = [];
  for (const measurement of chosen) {
    // One after the other: they would disturb each other.
    // oxlint-disable-next-line no-await-in-loop
    results.push(await measureAloud(measurement));
  }
  console.log(`\n${textTable([HEADINGS, ...results.flatMap(rowsOf)])}\n`);
  await write(results, chosen === MEASUREMENTS);
  return results.some(({ outcome }) => outcome.kind === 'failed') ? 1 : 0;
}

async function measureAloud(measurement: Measurement): Promise<Result> {
  const began = performance.now();
  const outcome = await measureIsolated(measurement);
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  const how = outcome.kind === 'measured' ? outcome.kind : `${outcome.kind.toUpperCase()}: ${outcome.because}`;
  console.log(`» ${measurement.name}: ${how} (${seconds} s)`);
  return { measurement, outcome };
}

async function write(results: readonly Result[], isWhole: boolean): Promise<void> {
  const machine = thisMachine();
  const told = results.map(({ measurement: { name, how, figures }, outcome }) => ({ name, how, figures, outcome }));
  await writeFile(join(ROOT, 'out', 'bench.json'), `${JSON.stringify({ machine, results: told }, undefined, 2)}\n`);
  if (!isWhole) return;
  await mkdir(join(ROOT, 'docs'), { recursive: true });
  await writeFile(join(ROOT, 'docs', 'performance.md'), performancePage(results, machine));
}
