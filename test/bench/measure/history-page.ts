import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { SPANS } from '../../../core/history/look-back.ts';
import { pastOf, withPast } from '../../renderer/pasts.ts';
import { snapshotOf } from '../../renderer/states.ts';
import { noDesktop, onDesktop, type Desktop } from '../desktop/desktop.ts';
import { measurement } from '../measurement.ts';
import { ROOT } from '../places.ts';
import { percentile } from '../statistics.ts';

const RUNS = 3;
const LIMIT_MS = 40_000;

export const historyPage = measurement({
  name: 'history-page',
  how: `The popup's page of the history in the real Electron, on a year of history: how long the page's thread works (script, style, layout and paint, as Chromium counts it) for each of 200 steps through the cells of the year, and for each of 30 turns between the day and the year. Medians of ${RUNS} runs.`,
  limitMs: 150_000,
  figures: {
    step: {
      what: 'a step through a year of history, drawn',
      unit: 'ms',
      budget: 4,
      reason: 'it is on the line: the same program took 3.4 to 4.2 ms in one evening on this machine.',
    },
    turn: { what: 'another span of the history, drawn', unit: 'ms' },
  },
  obstacle: noDesktop,
  measure: () => onDesktop(measureAll),
});

const figuresSchema = v.object({ step: v.number(), turn: v.number() });

type Drawn = v.InferOutput<typeof figuresSchema>;

async function measureAll(desktop: Desktop): Promise<Drawn> {
  const folder = await mkdtemp(join(tmpdir(), 'pilot-light-bench-'));
  const file = join(folder, 'past.json');
  const now = Date.now();
  const pasts = Object.fromEntries(SPANS.map((span) => [span, pastOf('one-year', span, now)]));
  await writeFile(file, JSON.stringify({ snapshot: withPast(snapshotOf(['healthy'], now), 'one-year'), pasts }));
  const runs: Drawn[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    // One after the other: they would share the processor.
    // oxlint-disable-next-line no-await-in-loop
    runs.push(await drawOnce(desktop, folder, file));
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  const middle = (of: (drawn: Drawn) => number): number => percentile(runs.map(of), 50);
  return { step: middle(({ step }) => step), turn: middle(({ turn }) => turn) };
}

async function drawOnce({ electron, env }: Desktop, folder: string, file: string): Promise<Drawn> {
  // Chromium refuses its sandbox to root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const program = join(ROOT, 'test', 'bench', 'history-page');
  const args = [...sandbox, `--user-data-dir=${join(folder, 'profile')}`, program, file];
  const { stdout } = await promisify(execFile)(electron, args, { env, timeout: LIMIT_MS });
  return v.parse(figuresSchema, JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
}
