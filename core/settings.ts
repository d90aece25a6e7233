import * as v from 'valibot';
import { canonicalUrl } from './target-url.ts';

const MAX_TARGETS = 1_000;

const targetSchema = v.object({
  name: v.optional(v.pipe(v.string(), v.maxLength(100))),
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

const targets = v.pipe(v.array(targetSchema), v.minLength(1), v.maxLength(MAX_TARGETS));
const interval = v.union([v.literal('auto'), v.pipe(v.number(), v.minValue(1), v.maxValue(3_600))]);
const notifications = v.boolean();
const cliPath = v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(4_096)));

const KEYS = { targets, interval, notifications, cliPath };

/**
 * All settings. `interval` is in seconds; `cliPath` names the Claude CLI where it is not found by itself. Each key has a
 * default and falls back alone: one bad key costs one key.
 */
const settingsSchema = v.object({
  targets: v.fallback(targets, [{ url: 'http://localhost:8000' }]),
  interval: v.fallback(interval, 'auto'),
  notifications: v.fallback(notifications, true),
  cliPath: v.fallback(cliPath, undefined),
});

export type Settings = v.InferOutput<typeof settingsSchema>;

/** Settings from anything at all: what is missing or wrong takes its default. Never throws. */
export function readSettings(value: unknown): Settings {
  return v.parse(settingsSchema, asObject(value));
}

/** The names of the keys that are there and wrong, and so took their default. */
export function wrongKeys(value: unknown): readonly string[] {
  const object = asObject(value);
  return Object.entries(KEYS)
    .filter(([name, schema]) => Object.hasOwn(object, name) && !v.safeParse(schema, object[name]).success)
    .map(([name]) => name);
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
