import * as v from 'valibot';
import { canonicalUrl, USUAL_URL } from './target-url.ts';

const MAX_TARGETS = 1_000;

/** The longest texts that may be set. */
export const MAX_LENGTHS = { name: 100, cliPath: 4_096, shortcut: 60 } as const;

/** From where to where the numbers go that may be set. */
export const RANGES = {
  interval: { least: 1, most: 3_600 },
  confirmAfter: { least: 2, most: 10 },
  slowAfter: { least: 10, most: 8_000 },
  reminders: { least: 5, most: 1_440 },
} as const;

/** What a target can be told apart by at a glance, beside its name: none is the colour of a light. */
export const TARGET_COLOURS = ['blue', 'cyan', 'violet', 'pink', 'brown'] as const;

export type TargetColour = (typeof TARGET_COLOURS)[number];

const targetSchema = v.object({
  name: v.optional(v.pipe(v.string(), v.maxLength(MAX_LENGTHS.name))),
  // It only decorates: a wrong one must not cost the targets.
  colour: v.optional(v.fallback(v.union([v.picklist(TARGET_COLOURS), v.undefined()]), undefined)),
  url: v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const read = canonicalUrl(dataset.value);
      if (read.ok) return read.url;
      addIssue({ message: read.problem });
      return NEVER;
    }),
  ),
});

/** What the faces are drawn in; `system` follows the desktop. */
export const APPEARANCES = ['system', 'light', 'dark'] as const;

/** The languages of the faces, by their BCP 47 names; `system` takes that of the desktop, if it is one of them. */
export const LANGUAGES = ['system', 'en', 'de', 'zh', 'ja'] as const;

const clockTime = v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/));

const KEYS = {
  targets: v.pipe(v.array(targetSchema), v.maxLength(MAX_TARGETS)),
  /** Seconds between probes. */
  interval: v.union([
    v.literal('auto'),
    v.pipe(v.number(), v.minValue(RANGES.interval.least), v.maxValue(RANGES.interval.most)),
  ]),
  /** How many probes in a row must see a failure until it is confirmed. `auto`: two, or three where no answer came. */
  confirmAfter: v.union([
    v.literal('auto'),
    v.pipe(v.number(), v.integer(), v.minValue(RANGES.confirmAfter.least), v.maxValue(RANGES.confirmAfter.most)),
  ]),
  /** Milliseconds after which an answer is slow, and the light of a healthy proxy amber. */
  slowAfter: v.union([
    v.literal('off'),
    v.pipe(v.number(), v.integer(), v.minValue(RANGES.slowAfter.least), v.maxValue(RANGES.slowAfter.most)),
  ]),
  /** Whether the proxies are asked for their metrics, too. */
  metrics: v.boolean(),
  notifications: v.boolean(),
  /** Minutes after which a failure that lasts is told again. */
  reminders: v.union([
    v.literal('off'),
    v.pipe(v.number(), v.minValue(RANGES.reminders.least), v.maxValue(RANGES.reminders.most)),
  ]),
  /** By the clock on the user's wall; may go over midnight. */
  quietHours: v.optional(v.object({ from: clockTime, to: clockTime })),
  /** Names the Claude CLI where it is not found by itself. */
  cliPath: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_LENGTHS.cliPath))),
  appearance: v.picklist(APPEARANCES),
  language: v.picklist(LANGUAGES),
  /** On macOS: the state in a word beside the icon. */
  menuBarText: v.boolean(),
  startAtLogin: v.boolean(),
  /** The keys that open the popup from anywhere, such as `Ctrl+Alt+P`. */
  shortcut: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_LENGTHS.shortcut))),
};

/** All settings. Each key has a default and falls back alone: one bad key costs one key. */
const settingsSchema = v.object({
  targets: v.fallback(KEYS.targets, [{ url: USUAL_URL }]),
  interval: v.fallback(KEYS.interval, 'auto'),
  confirmAfter: v.fallback(KEYS.confirmAfter, 'auto'),
  slowAfter: v.fallback(KEYS.slowAfter, 'off'),
  metrics: v.fallback(KEYS.metrics, true),
  notifications: v.fallback(KEYS.notifications, true),
  reminders: v.fallback(KEYS.reminders, 'off'),
  quietHours: v.fallback(KEYS.quietHours, undefined),
  cliPath: v.fallback(KEYS.cliPath, undefined),
  appearance: v.fallback(KEYS.appearance, 'system'),
  language: v.fallback(KEYS.language, 'system'),
  menuBarText: v.fallback(KEYS.menuBarText, false),
  startAtLogin: v.fallback(KEYS.startAtLogin, false),
  shortcut: v.fallback(KEYS.shortcut, undefined),
});

export type Settings = v.InferOutput<typeof settingsSchema>;

export type SettingKey = keyof typeof KEYS;

/** Every key, in the order in which a file that we write has them. */
export const SETTING_KEYS: readonly SettingKey[] = [
  'targets',
  'interval',
  'confirmAfter',
  'slowAfter',
  'metrics',
  'notifications',
  'reminders',
  'quietHours',
  'cliPath',
  'appearance',
  'language',
  'menuBarText',
  'startAtLogin',
  'shortcut',
];

/** Settings from anything at all: what is missing or wrong takes its default. Never throws. */
export function readSettings(value: unknown): Settings {
  return v.parse(settingsSchema, asObject(value));
}

/** Whether a value may stand under a key; `undefined` stands for its default. */
export function isSetting(key: SettingKey, value: unknown): boolean {
  return value === undefined || v.safeParse(KEYS[key], value).success;
}

/** The names of the keys that are there and wrong, and so took their default. */
export function wrongKeys(value: unknown): readonly SettingKey[] {
  const object = asObject(value);
  return SETTING_KEYS.filter((key) => Object.hasOwn(object, key) && !isSetting(key, object[key]));
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
