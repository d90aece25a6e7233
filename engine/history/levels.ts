import { beginOf, DAY_MS } from '../../core/history/bucket.ts';

interface LevelRules {
  /** How much time one file is about. */
  readonly periodMs: number;
  /** How long a file is kept after its period. */
  readonly keptMs: number;
  /** A file that has grown to this takes no more. Together for one target: less than 20 MB. */
  readonly maxBytes: number;
}

/**
 * What is kept, and how: each level in files of its own, and folded out of the one above. Every probe for a day or two,
 * minutes for a month, hours, days and incidents for a year.
 */
export const LEVELS = {
  probes: { periodMs: DAY_MS, keptMs: DAY_MS, maxBytes: 3 << 20 },
  minutes: { periodMs: DAY_MS, keptMs: 30 * DAY_MS, maxBytes: 320 << 10 },
  hours: { periodMs: 30 * DAY_MS, keptMs: 366 * DAY_MS, maxBytes: 192 << 10 },
  days: { periodMs: 360 * DAY_MS, keptMs: 366 * DAY_MS, maxBytes: 96 << 10 },
  incidents: { periodMs: 30 * DAY_MS, keptMs: 366 * DAY_MS, maxBytes: 384 << 10 },
} as const satisfies Record<string, LevelRules>;

export type Level = keyof typeof LEVELS;

/** A file of a level, and the time it is about. */
export interface LevelFile {
  readonly name: string;
  readonly level: Level;
  readonly from: number;
  readonly to: number;
}

/** The file in which a moment belongs, named by the day (UTC) on which its period began. */
export function fileAt(level: Level, at: number): LevelFile {
  const { periodMs } = LEVELS[level];
  const from = beginOf(at, periodMs);
  return { name: `${level}-${new Date(from).toISOString().slice(0, 10)}`, level, from, to: from + periodMs };
}

/** The file of this name, if it is one of ours. */
export function fileNamed(name: string): LevelFile | undefined {
  const [, level = '', day = ''] = /^([a-z]+)-(\d{4}-\d{2}-\d{2})$/.exec(name) ?? [];
  const at = Date.parse(`${day}T00:00:00Z`);
  if (!isLevel(level) || Number.isNaN(at)) return undefined;
  const file = fileAt(level, at);
  return file.name === name ? file : undefined;
}

export function isOver({ level, to }: LevelFile, now: number): boolean {
  return to + LEVELS[level].keptMs <= now;
}

function isLevel(name: string): name is Level {
  return Object.hasOwn(LEVELS, name);
}
