import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { snapshotOf } from '../../renderer/states.ts';
import { noDesktop, onDesktop, type Desktop } from '../desktop/desktop.ts';
import { measurement } from '../measurement.ts';
import { ROOT } from '../places.ts';

const TARGETS = 100;
const LIMIT_MS = 40_000;

export const popupScroll = measurement({
  name: 'popup-scroll',
  how: `The first page of the popup in the real Electron, with ${TARGETS} proxies, of which one has news every 100 ms: how long the page's thread works (script, style, layout and paint, as Chromium counts it) for each of 300 steps of scrolling, one in each frame. A frame lasts 16.7 ms.`,
  limitMs: 60_000,
  figures: {
    step: {
      what: 'a step of scrolling over 100 proxies, drawn',
      unit: 'ms',
      budget: 8,
      reason:
        'it is beyond it where the machine is slow: the same program took 6.2 to 8.4 ms in one evening on this one.',
    },
  },
  obstacle: noDesktop,
  measure: () => onDesktop(scrollOnce),
});

const figuresSchema = v.object({ step: v.number() });

async function scrollOnce({ electron, env }: Desktop): Promise<v.InferOutput<typeof figuresSchema>> {
  const folder = await mkdtemp(join(tmpdir(), 'pilot-light-bench-'));
  const file = join(folder, 'snapshot.json');
  await writeFile(
    file,
    JSON.stringify(
      snapshotOf(
        Array.from({ length: TARGETS }, () => 'healthy'),
        Date.now(),
      ),
    ),
  );
  // Chromium refuses its sandbox to root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const program = join(ROOT, 'test', 'bench', 'popup-scroll');
  const args = [...sandbox, `--user-data-dir=${join(folder, 'profile')}`, program, file];
  const { stdout } = await promisify(execFile)(electron, args, { env, timeout: LIMIT_MS });
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  return v.parse(figuresSchema, JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
}
