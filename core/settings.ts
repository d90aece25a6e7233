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

/** All settings. `interval` is in seconds. Each key has a default and falls back alone: one bad key costs one key. */
export const settingsSchema = v.object({
  targets: v.fallback(v.pipe(v.array(targetSchema), v.minLength(1), v.maxLength(MAX_TARGETS)), [
    { url: 'http://localhost:8000' },
  ]),
  interval: v.fallback(v.union([v.literal('auto'), v.pipe(v.number(), v.minValue(1), v.maxValue(3_600))]), 'auto'),
  notifications: v.fallback(v.boolean(), true),
});

export type Settings = v.InferOutput<typeof settingsSchema>;

/** Settings from anything at all: what is missing or wrong takes its default. Never throws. */
export function readSettings(value: unknown): Settings {
  const object = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  return v.parse(settingsSchema, object);
}
