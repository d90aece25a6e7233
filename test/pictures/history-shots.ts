import type { Catalogue } from '../../core/text/catalogue.ts';
import { german } from '../../core/text/german/german.ts';
import { japanese } from '../../core/text/japanese/japanese.ts';
import { english } from '../../core/text/english.ts';
import { pseudoRtl } from '../core/text/pseudo-catalogue.ts';
import type { Shot } from './shot.ts';

const END = 10_000;

const base = { states: ['healthy'], theme: 'light', zoom: 1, kept: false, past: 'one-year' } as const;

/** What must be pressed to come to the history, and in it to something else. */
function historyClicks({ history }: Catalogue, ...further: readonly string[]): readonly string[] {
  return [`${history.availability}: ${history.open}`, ...further];
}

const { spans, asTable } = english.history;
const HISTORY = historyClicks(english);
const INCIDENT = [`${english.popup.lastIncident}: `];
const LISTED = historyClicks(english, spans.week, english.findings['signed-out'].headline({}));

const shots: readonly Omit<Shot, 'theme'>[] = [
  { ...base, name: 'availability', kept: true },
  { ...base, name: 'availability-down', states: ['signed-out'], scroll: END },
  { ...base, name: 'availability-empty', past: 'empty' },
  { ...base, name: 'history-hour', click: historyClicks(english, spans.hour) },
  { ...base, name: 'history-day', click: HISTORY, kept: true },
  { ...base, name: 'history-week', click: historyClicks(english, spans.week) },
  { ...base, name: 'history-month', click: historyClicks(english, spans.month) },
  { ...base, name: 'history-year', click: historyClicks(english, spans.year), kept: true },
  { ...base, name: 'history-year-end', click: historyClicks(english, spans.year), scroll: END },
  { ...base, name: 'history-table', click: historyClicks(english, asTable), scroll: END },
  { ...base, name: 'history-empty', past: 'empty', click: HISTORY },
  { ...base, name: 'history-one-hour', past: 'one-hour', click: HISTORY },
  { ...base, name: 'history-one-day', past: 'one-day', click: historyClicks(english, spans.year) },
  { ...base, name: 'history-gap', past: 'gap', click: historyClicks(english, spans.year) },
  { ...base, name: 'history-several', states: ['healthy', 'signed-out'], click: HISTORY },
  { ...base, name: 'incident', click: LISTED, kept: true },
  { ...base, name: 'incident-end', click: LISTED, scroll: END },
  { ...base, name: 'incident-unknown', past: 'empty', click: INCIDENT },
];

const large: readonly Shot[] = (
  [
    { ...base, name: 'availability' },
    { ...base, name: 'history-day', click: HISTORY },
    { ...base, name: 'history-day-end', click: HISTORY, scroll: END },
    { ...base, name: 'incident', click: LISTED, theme: 'dark' },
  ] satisfies readonly Shot[]
).map((shot): Shot => ({ ...shot, name: `popup-${shot.name}-200-percent`, zoom: 2 }));

const contrast: readonly Shot[] = (
  [
    { name: 'more-contrast', media: ['prefers-contrast', 'more'] },
    { name: 'forced-colors', media: ['forced-colors', 'active'] },
  ] as const
).flatMap(({ name, media }): readonly Shot[] => [
  { ...base, name: `popup-history-${name}`, click: HISTORY, media },
  { ...base, name: `popup-incident-${name}`, click: LISTED, media },
]);

const LANGUAGES = [
  ['de', german],
  ['ja', japanese],
  ['pseudo-rtl', pseudoRtl],
] as const;

const spoken = LANGUAGES.flatMap(([language, catalogue]): readonly Shot[] => {
  const week = catalogue.history.spans.week;
  const incident = catalogue.findings['signed-out'].headline({});
  return [
    { ...base, name: `popup-availability-${language}`, language },
    { ...base, name: `popup-history-${language}`, language, click: historyClicks(catalogue, week) },
    { ...base, name: `popup-incident-${language}`, language, click: historyClicks(catalogue, week, incident) },
  ];
});

/** The pictures of what has been. */
export const HISTORY_SHOTS: readonly Shot[] = [
  ...shots.flatMap((shot) =>
    (['light', 'dark'] as const).map((theme): Shot => ({ ...shot, name: `popup-${shot.name}-${theme}`, theme })),
  ),
  ...large,
  ...contrast,
  ...spoken,
];
