import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { thisMachine } from '../bench/machine.ts';
import { PROJECT } from './app.ts';
import { test } from './desk.ts';
import { FAULTS } from './drill-faults.ts';
import { startLane, type Played } from './drill-lane.ts';
import { drillPage, drillText } from './drill-table.ts';

const LANES = 10;

test('the drill: no fault is green, each has its cause and its remedy, and is told once', async ({ desk }) => {
  const played: Played[] = [];
  const waiting = FAULTS.entries();
  const drill = async (_: unknown, number: number): Promise<void> => {
    const lane = await startLane(desk, number);
    // A lane does one thing at a time.
    // oxlint-disable-next-line no-await-in-loop
    for (const [i, fault] of waiting) played[i] = await lane.play(fault);
  };
  await Promise.all(Array.from({ length: LANES }, drill));
  // For `npm run drill`, which shows it whatever comes of it.
  const folder = join(PROJECT, 'out', 'drill');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'table.txt'), drillText(FAULTS, played));
  writeFileSync(join(folder, 'drill.md'), drillPage(FAULTS, played, thisMachine()));
  expect(FAULTS.map(({ what }, i) => [what, played[i]?.told])).toEqual(FAULTS.map(({ what, told }) => [what, told]));
});
