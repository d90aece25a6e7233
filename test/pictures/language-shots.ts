import type { Catalogue } from '../../core/text/catalogue.ts';
import { chinese } from '../../core/text/chinese/chinese.ts';
import { german } from '../../core/text/german/german.ts';
import { japanese } from '../../core/text/japanese/japanese.ts';
import { pseudo, pseudoRtl } from '../core/text/pseudo-catalogue.ts';
import { END, MIDDLE, nothing, own } from './settings-shots.ts';
import type { Shot } from './shot.ts';

type Language = NonNullable<Shot['language']>;

const CATALOGUES: Readonly<Record<Language, Catalogue>> = {
  de: german,
  zh: chinese,
  ja: japanese,
  pseudo,
  'pseudo-rtl': pseudoRtl,
};

const LANGUAGES = ['de', 'zh', 'ja', 'pseudo', 'pseudo-rtl'] as const satisfies readonly Language[];

const base = { states: ['healthy'], theme: 'light', zoom: 1, kept: false } as const;

/** What is looked at in every language: where texts are long, many, or stand beside each other. */
function shotsIn(language: Language): readonly Shot[] {
  const { settings, about, diagnosis } = CATALOGUES[language];
  const shots: readonly Shot[] = [
    { ...base, name: 'healthy' },
    {
      ...base,
      name: 'signed-out',
      states: ['signed-out'],
      theme: 'dark',
      kept: language !== 'zh' && language !== 'pseudo',
    },
    { ...base, name: 'cli-missing', states: ['cli-missing'] },
    { ...base, name: 'not-running', states: ['not-running'] },
    { ...base, name: 'several', states: ['healthy', 'signed-out', 'paused', 'basic', 'degraded'] },
    { ...base, name: 'ended', states: ['stranger'], diagnosis: 'ended', theme: 'dark' },
    { ...base, name: 'report', states: ['stranger'], diagnosis: 'ended', click: [diagnosis.report] },
    { ...base, name: 'settings', click: [settings.title], beside: own },
    { ...base, name: 'settings-middle', click: [settings.title], beside: own, scroll: MIDDLE },
    { ...base, name: 'settings-end', click: [settings.title], beside: own, scroll: END, theme: 'dark' },
    { ...base, name: 'about', click: [settings.title, about.title] },
    { ...base, name: 'first-run', states: [], beside: nothing },
    { ...base, name: 'signed-out-200-percent', states: ['signed-out'], zoom: 2 },
  ];
  return shots.map((shot) => ({ ...shot, language, name: `popup-${shot.name}-${language}` }));
}

/** The pictures in other languages, in one that is longer than any, and in one from right to left. */
export const LANGUAGE_SHOTS: readonly Shot[] = LANGUAGES.flatMap(shotsIn);
