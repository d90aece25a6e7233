import { describe, expect, it } from 'vitest';
import { shortcutFor, type Shortcuts } from '../../electron/shortcut.ts';

// As Electron's: what is no name of keys throws, and what somebody else has is refused.
function desktop(taken: readonly string[]): { readonly shortcuts: Shortcuts; readonly held: Map<string, () => void> } {
  const held = new Map<string, () => void>();
  return {
    held,
    shortcuts: {
      register: (keys, run) => {
        if (!keys.includes('+')) throw new TypeError('Error processing argument at index 0');
        if (taken.includes(keys)) return false;
        held.set(keys, run);
        return true;
      },
      unregister: (keys) => held.delete(keys),
    },
  };
}

describe('the shortcut', () => {
  it('is held, changed and given back', () => {
    let shown = 0;
    const { shortcuts, held } = desktop([]);
    const shortcut = shortcutFor(shortcuts, () => (shown += 1));
    expect([shortcut.set(undefined), held.size]).toEqual([true, 0]);
    expect(shortcut.set('Ctrl+Alt+P')).toBe(true);
    held.get('Ctrl+Alt+P')?.();
    expect(shown).toBe(1);
    expect(shortcut.set('Ctrl+Alt+L')).toBe(true);
    expect([...held.keys()]).toEqual(['Ctrl+Alt+L']);
    shortcut.set(undefined);
    expect(held.size).toBe(0);
    shortcut.set('Ctrl+Alt+P');
    shortcut.stop();
    expect(held.size).toBe(0);
  });

  it('that cannot be had is told, each time, and costs nothing', () => {
    const { shortcuts, held } = desktop(['Ctrl+C']);
    const shortcut = shortcutFor(shortcuts, () => {});
    expect([shortcut.set('Ctrl+C'), shortcut.set('Ctrl+C'), shortcut.set('nonsense')]).toEqual([false, false, false]);
    expect([shortcut.set('Ctrl+Alt+P'), held.size]).toEqual([true, 1]);
  });
});
