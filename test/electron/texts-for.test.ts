import { expect, it, vi } from 'vitest';
import { readSettings } from '../../core/settings.ts';
import { textsIn } from '../../electron/texts-for.ts';

// A language is a script of its own.
const LOADED = { timeout: 10_000 };

const inLanguage = (language: string) => ({ settings: readSettings({ language }) });

it('speaks English at once', () => {
  const onLoaded = vi.fn();
  const textsFor = textsIn({ systemLocale: 'fr-FR', onLoaded, log: () => {} });
  expect(textsFor(inLanguage('system')).locale).toBe('en');
  expect(onLoaded).not.toHaveBeenCalled();
});

it.each([
  ['de', 'en-GB', 'de'],
  ['system', 'ja-JP', 'ja'],
])('speaks %s on a system in %s once that is loaded, and says so once', async (language, systemLocale, locale) => {
  const onLoaded = vi.fn();
  const textsFor = textsIn({ systemLocale, onLoaded, log: () => {} });
  expect(textsFor(inLanguage(language)).locale).toBe('en');
  textsFor(inLanguage(language));
  await vi.waitFor(() => expect(onLoaded).toHaveBeenCalled(), LOADED);
  expect(textsFor(inLanguage(language)).locale).toBe(locale);
  expect(onLoaded).toHaveBeenCalledTimes(1);
});

it('stays with English, and names the language, when its script cannot be had', async () => {
  vi.doMock('../../core/text/chinese/chinese.ts', () => {
    throw new Error('not there');
  });
  const log = vi.fn();
  const textsFor = textsIn({ systemLocale: 'zh-CN', onLoaded: () => {}, log });
  textsFor(inLanguage('system'));
  await vi.waitFor(() => expect(log).toHaveBeenCalledTimes(1), LOADED);
  expect(log.mock.calls[0]?.[0]).toBe('The texts in the language zh cannot be loaded');
  expect(textsFor(inLanguage('system')).locale).toBe('en');
});
