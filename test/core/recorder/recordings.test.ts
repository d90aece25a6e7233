import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { replayText } from '../../../core/recorder/replay-lines.ts';
import { fixture } from '../../fixtures/read.ts';
import { readBack } from './read-back.ts';

const NAMES = readdirSync(new URL('../../fixtures/recordings', import.meta.url)).filter((name) =>
  name.endsWith('.json'),
);

// Made by other runs, on other days and other computers: what they showed must never change without our knowing.
describe('a recording that was kept', () => {
  it('is there', () => {
    expect(NAMES.length).toBeGreaterThan(0);
  });

  it.each(NAMES)('%s is replayed as it was shown, byte for byte', (name) => {
    const { lines, difference } = replayText(readBack(fixture(`recordings/${name}`)));
    expect(difference).toBeUndefined();
    expect(`${lines.join('\n')}\n`).toBe(fixture(`recordings/${name.replace('.json', '.txt')}`));
  });
});
