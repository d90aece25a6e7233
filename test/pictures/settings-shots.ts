import { readSettings } from '../../core/settings.ts';
import type { FoundProxy } from '../../core/snapshot.ts';
import type { Beside } from '../renderer/states.ts';
import type { Shot } from './shot.ts';

const HOUR = 3_600_000;
/** By how many pixels the settings are scrolled: to their end, and to their middle. */
export const END = 10_000;
export const MIDDLE = 420;

const OWN = readSettings({
  targets: [
    { url: 'http://localhost:8000' },
    { name: 'Studio', url: 'http://192.168.1.20:8000/claude', colour: 'violet' },
    { name: 'A proxy with a rather long name', colour: 'cyan', url: 'https://proxy.example.com:8443/team/claude' },
  ],
  interval: 30,
  confirmAfter: 3,
  slowAfter: 1_500,
  reminders: 60,
  quietHours: { from: '22:00', to: '07:00' },
  appearance: 'system',
  shortcut: 'Ctrl+Alt+P',
});

const FOUND: readonly FoundProxy[] = [
  { url: 'http://localhost:8000' },
  { url: 'http://localhost:4000', name: 'claude-proxy' },
  { url: 'http://localhost:3456', name: 'A proxy that calls itself by a rather long name' },
];

const NOTHING = readSettings({ targets: [] });

/** Settings in which much is set. */
export const own = (): Beside => ({ settings: OWN });
const mistaken = (): Beside => ({
  settings: OWN,
  settingsTroubles: [{ key: 'interval', line: 4 }, { key: 'shortcut' }],
});
const snoozed = (now: number): Beside => ({ snoozed: { until: now + HOUR } });
/** Settings in which nothing is watched. */
export const nothing = (): Beside => ({ settings: NOTHING });
const found = (): Beside => ({ settings: NOTHING, found: FOUND });

const base = { theme: 'light', zoom: 1, kept: false, states: ['healthy'] } as const;

const SETTINGS = { ...base, click: ['Settings'], beside: own } as const;

const shots: readonly Omit<Shot, 'theme'>[] = [
  { ...SETTINGS, name: 'settings', kept: true },
  { ...SETTINGS, name: 'settings-middle', scroll: MIDDLE },
  { ...SETTINGS, name: 'settings-end', scroll: END },
  { ...SETTINGS, name: 'settings-usual', beside: () => ({}) },
  { ...SETTINGS, name: 'settings-mistaken', beside: mistaken },
  { ...SETTINGS, name: 'settings-reset', click: ['Settings', 'Reset'], scroll: END },
  { ...SETTINGS, name: 'about', click: ['Settings', 'About'], kept: true },
  { ...base, name: 'first-run', states: [], beside: nothing, kept: true },
  { ...base, name: 'found', states: [], beside: found },
  { ...base, name: 'found-none', states: [], beside: () => ({ settings: NOTHING, found: [] }) },
  { ...base, name: 'elsewhere-found', states: ['not-running'], beside: () => ({ found: FOUND }), scroll: END },
  { ...base, name: 'snoozed', states: ['signed-out'], beside: snoozed, kept: true },
  { ...base, name: 'snoozed-healthy', beside: () => ({ snoozed: { until: 'recovery' } }) },
  { ...base, name: 'snooze-menu', states: ['signed-out'], click: ['Snooze for another time'] },
];

const large = (
  [
    { ...SETTINGS, name: 'settings' },
    { ...SETTINGS, name: 'settings-end', click: ['Settings', 'Reset'], scroll: END },
    { ...SETTINGS, name: 'settings-mistaken', beside: mistaken, theme: 'dark' },
    { ...SETTINGS, name: 'about', click: ['Settings', 'About'] },
    { ...base, name: 'first-run', states: [], beside: nothing },
    { ...base, name: 'found', states: [], beside: found },
    { ...base, name: 'snoozed', states: ['signed-out'], beside: snoozed },
    { ...base, name: 'snooze-menu', states: ['signed-out'], click: ['Snooze for another time'] },
  ] satisfies readonly Shot[]
).map((shot): Shot => ({ ...shot, name: `popup-${shot.name}-200-percent`, zoom: 2 }));

const contrast: readonly Shot[] = (
  [
    { name: 'more-contrast', media: ['prefers-contrast', 'more'] },
    { name: 'forced-colors', media: ['forced-colors', 'active'] },
  ] as const
).flatMap(({ name, media }): readonly Shot[] => [
  { ...SETTINGS, name: `popup-settings-${name}`, media },
  { ...SETTINGS, name: `popup-settings-end-${name}`, scroll: END, media },
]);

/** The pictures of the settings, of what belongs to them, and of the rest of the notifications. */
export const SETTINGS_SHOTS: readonly Shot[] = [
  ...shots.flatMap((shot) =>
    (['light', 'dark'] as const).map((theme): Shot => ({ ...shot, name: `popup-${shot.name}-${theme}`, theme })),
  ),
  ...large,
  ...contrast,
];
