import { STATE_NAMES, type StateName } from '../renderer/states.ts';
import { LANGUAGE_SHOTS } from './language-shots.ts';
import { HISTORY_SHOTS } from './history-shots.ts';
import type { Shot } from './shot.ts';
import { SETTINGS_SHOTS } from './settings-shots.ts';

const KEPT: ReadonlySet<StateName> = new Set([
  'healthy',
  'basic',
  'signed-out',
  'fixed',
  'still-failing',
  'cli-missing',
  'port-taken',
  'not-running',
  'stranger',
  'degraded',
  'upstream-failing',
  'unknown',
  'paused',
]);

const ofStates = STATE_NAMES.flatMap((state) =>
  (['light', 'dark'] as const).map((theme): Shot => ({
    name: `popup-${state}-${theme}`,
    states: [state],
    theme,
    zoom: 1,
    kept: KEPT.has(state),
    ...(state !== 'starting' && { past: 'one-year' }),
  })),
);

const base = { states: ['healthy'], theme: 'light', zoom: 1, kept: false } as const;

const SEVERAL = ['healthy', 'signed-out', 'paused', 'basic', 'degraded'] as const;

const LIGHT_AND_DARK = ['light', 'dark'] as const;

const diagnostics = (
  [
    { name: 'running', states: ['stranger'], diagnosis: 'running', kept: true },
    { name: 'ended', states: ['stranger'], diagnosis: 'ended', kept: true },
    { name: 'well', states: ['healthy'], diagnosis: 'well', kept: true },
    { name: 'hints', states: ['healthy'], diagnosis: 'hints', kept: false },
    { name: 'opened', states: ['healthy'], diagnosis: 'hints', click: ['2 Claude CLIs'], kept: false },
    { name: 'unfinished', states: ['healthy'], diagnosis: 'unfinished', kept: false },
    { name: 'stopped', states: ['healthy'], diagnosis: 'stopped', kept: false },
    { name: 'report', states: ['stranger'], diagnosis: 'ended', click: ['Report'], kept: true },
  ] as const
).flatMap((shot) =>
  LIGHT_AND_DARK.map((theme): Shot => ({ ...base, ...shot, name: `popup-diagnostics-${shot.name}-${theme}`, theme })),
);

const large = [
  { name: 'signed-out', states: ['signed-out'], kept: true },
  { name: 'still-failing', states: ['still-failing'] },
  { name: 'healthy', states: ['healthy'], theme: 'dark' },
  { name: 'running', states: ['stranger'], diagnosis: 'running' },
  { name: 'ended', states: ['stranger'], diagnosis: 'ended', theme: 'dark' },
  { name: 'well', states: ['healthy'], diagnosis: 'well' },
  { name: 'cli-missing', states: ['cli-missing'], theme: 'dark' },
  { name: 'several', states: SEVERAL },
  { name: 'report', states: ['stranger'], diagnosis: 'ended', click: ['Report'] },
] as const;

const contrast = (
  [
    { name: 'more-contrast', media: ['prefers-contrast', 'more'] },
    { name: 'forced-colors', media: ['forced-colors', 'active'] },
  ] as const
).flatMap(({ name, media }): readonly Shot[] => [
  { ...base, name: `popup-running-${name}`, states: ['stranger'], diagnosis: 'running', media },
  { ...base, name: `popup-ended-${name}`, states: ['stranger'], diagnosis: 'ended', theme: 'dark', media },
  { ...base, name: `popup-report-${name}`, states: ['stranger'], diagnosis: 'ended', click: ['Report'], media },
  { ...base, name: `popup-still-failing-${name}`, states: ['still-failing'], media, kept: true },
  { ...base, name: `popup-several-${name}`, states: SEVERAL, media },
]);

/** Every picture that is taken. */
export const SHOTS: readonly Shot[] = [
  ...ofStates,
  ...diagnostics,
  ...contrast,
  ...LIGHT_AND_DARK.map((theme): Shot => ({
    ...base,
    name: `popup-several-${theme}`,
    states: SEVERAL,
    theme,
    kept: true,
  })),
  ...LIGHT_AND_DARK.flatMap((theme): readonly Shot[] => [
    { ...base, name: `popup-several-end-${theme}`, states: SEVERAL, past: 'one-year', scroll: 10_000, theme },
    { ...base, name: `popup-target-${theme}`, states: SEVERAL, past: 'one-year', click: ['localhost:8004: '], theme },
  ]),
  { ...base, name: 'popup-worked-light', states: ['signed-out'], worked: { 'signed-out': 'sign-in' } },
  ...SETTINGS_SHOTS,
  ...LANGUAGE_SHOTS,
  ...HISTORY_SHOTS,
  ...large.map((shot): Shot => ({ ...base, ...shot, name: `popup-${shot.name}-200-percent`, zoom: 2 })),
];
