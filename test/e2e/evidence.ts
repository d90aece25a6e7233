import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PROJECT, type RunningApp } from './app.ts';
import type { BusRecord } from './bus.ts';
import type { StartedProcess } from './process.ts';

const run = promisify(execFile);
const LIMIT = { timeout: 5_000 };

/** What a test had running when it failed. */
export interface Remains {
  readonly apps: readonly RunningApp[];
  readonly programs: readonly StartedProcess[];
  readonly record: BusRecord;
}

/** Keeps what a failed test leaves behind: the whole screen, all popups, all output, and what went over the bus. */
export async function keepEvidence(testName: string, { apps, programs, record }: Remains): Promise<void> {
  const folder = join(PROJECT, 'out', 'test-failures', testName.replaceAll(/[^\w-]+/g, '-').slice(0, 80));
  await mkdir(folder, { recursive: true });
  const pages = apps.flatMap(({ electron }) => electron.windows());
  const results = await Promise.allSettled([
    run('import', ['-window', 'root', join(folder, 'screen.png')], LIMIT),
    writeFile(join(folder, 'bus.json'), JSON.stringify(record.messages, undefined, 2)),
    ...pages.map((page, index) => page.screenshot({ ...LIMIT, path: join(folder, `popup-${index + 1}.png`) })),
    ...[...apps, ...programs].map((each, index) => writeFile(join(folder, `output-${index + 1}.log`), each.output())),
  ]);
  for (const result of results) if (result.status === 'rejected') console.error('Evidence is missing:', result.reason);
  console.error(`The evidence of "${testName}" is in ${folder}`);
}
