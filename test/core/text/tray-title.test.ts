import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../core/snapshot.ts';
import { english } from '../../../core/text/english.ts';
import { trayTitle } from '../../../core/text/tray-title.ts';
import { snapshotIn, type StateName } from '../states.ts';

const wanting = (name: StateName, menuBarText: boolean): Snapshot => {
  const snapshot = snapshotIn(name);
  return { ...snapshot, settings: { ...snapshot.settings, menuBarText } };
};

describe('the word in the menu bar', () => {
  it.each<readonly [StateName, string]>([
    ['healthy', ''],
    ['signed-out', 'Down'],
    ['degraded', 'Degraded'],
    ['starting', 'Unknown'],
    ['paused', 'Paused'],
  ])('%s: “%s”, and nothing for who does not want it', (name, word) => {
    expect(trayTitle(wanting(name, true), english)).toBe(word);
    expect(trayTitle(wanting(name, false), english)).toBe('');
  });
});
