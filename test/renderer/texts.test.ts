import { expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { readSettings } from '../../core/settings.ts';
import type { Settings } from '../../core/settings.ts';
import type { MirrorState } from '../../renderer/state/mirror.ts';
import { followLanguage } from '../../renderer/state/texts.ts';
import { snapshotOf } from './states.ts';

// A language is a script of its own.
const LOADED = { timeout: 10_000 };

const speaking = (language: Settings['language']): MirrorState => ({
  snapshot: { ...snapshotOf(['healthy'], 0), settings: readSettings({ language }) },
});

/** What is shown, one after the other, on a system that speaks `locale`. */
function follow(locale: string) {
  const store = createStore<MirrorState>(() => ({}));
  const shown: string[] = [];
  const stop = followLanguage({ store }, locale, (texts) => shown.push(texts.locale));
  return { store, shown, stop };
}

it('shows nothing before the language is known, so that no other one flashes', async () => {
  const { store, shown } = follow('de-DE');
  await Promise.resolve();
  expect(shown).toEqual([]);
  store.setState(speaking('system'));
  await vi.waitFor(() => expect(shown).toEqual(['de']), LOADED);
});

it('follows a change of the setting, and draws no language twice', async () => {
  const { store, shown } = follow('en-US');
  store.setState(speaking('system'));
  await vi.waitFor(() => expect(shown).toEqual(['en']), LOADED);
  store.setState(speaking('en'));
  store.setState(speaking('de'));
  await vi.waitFor(() => expect(shown).toEqual(['en', 'de']), LOADED);
});

it('shows the last choice, whichever is loaded first', async () => {
  const { store, shown } = follow('en-US');
  store.setState(speaking('de'));
  store.setState(speaking('en'));
  await vi.waitFor(() => expect(shown).toEqual(['en']), LOADED);
  await import('../../core/text/german/german.ts');
  expect(shown).toEqual(['en']);
});

it('shows nothing more once it is stopped', async () => {
  const { store, shown, stop } = follow('en-US');
  stop();
  store.setState(speaking('en'));
  await Promise.resolve();
  expect(shown).toEqual([]);
});
