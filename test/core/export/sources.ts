import { exportTargets } from '../../../core/export/export-target.ts';
import type { ExportSource } from '../../../core/export/prometheus/prometheus-files.ts';
import { readSettings } from '../../../core/settings.ts';
import type { Catalogue } from '../../../core/text/catalogue.ts';
import { chinese } from '../../../core/text/chinese/chinese.ts';
import { english } from '../../../core/text/english.ts';
import { german } from '../../../core/text/german/german.ts';
import { japanese } from '../../../core/text/japanese/japanese.ts';
import { languageFor, type Language } from '../../../core/text/language.ts';

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en: english, de: german, zh: chinese, ja: japanese };

/** What an export is made from, for settings as a file may hold them. */
export function sourceOf(given: object, paths: Readonly<Record<string, string>> = {}): ExportSource {
  const settings = readSettings(given);
  const targets = exportTargets(settings, new Map(Object.entries(paths)));
  return { settings, targets, texts: CATALOGUES[languageFor(settings.language, 'en')], platform: 'linux' };
}

/** The source of the golden files. */
export const GOLDEN = sourceOf(
  {
    targets: [
      { url: 'http://localhost:8000', name: 'Work "proxy": #1 {{ $x }}' },
      { url: 'https://[::1]:3456/base' },
      { url: 'http://127.0.0.1:8317', name: 'off: yes' },
    ],
    quietHours: { from: '22:00', to: '07:00' },
    reminders: 30,
  },
  { 'http://localhost:8000': '/health/detailed', 'http://127.0.0.1:8317': '/healthz' },
);
