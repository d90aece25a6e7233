import type { Stretch } from '../history/availability.ts';
import type { Latency } from '../history/latency.ts';
import { WORST_FIRST, type TimelineState } from '../history/states.ts';
import type { Catalogue } from './catalogue.ts';
import { duration } from './duration.ts';
import { exactTime } from './exact-time.ts';

const SECOND_MS = 1_000;

/** One cell of a chart in words. */
export interface StretchLines {
  /** From when to when, exactly. */
  readonly when: string;
  /** What was so, the worst first: "Down 2 min · Up 28 min", or one word where it was the same all the time. */
  readonly what: string;
  /** "p50 4 ms · p95 12 ms"; absent where nothing was answered. */
  readonly latency?: string;
}

export function stretchLines({ from, to, ms }: Stretch, latency: Latency | undefined, texts: Catalogue): StretchLines {
  const present = WORST_FIRST.filter((state) => ms[state] >= SECOND_MS);
  const [only = 'gap', ...others] = present;
  const lasting = (state: TimelineState): string =>
    `${stateWord(state, texts)} ${duration(ms[state] / SECOND_MS, texts.units)}`;
  return {
    when: texts.fromTo(exactTime(from, texts), exactTime(to, texts)),
    what: others.length === 0 ? stateWord(only, texts) : present.map(lasting).join(' · '),
    ...(latency !== undefined && { latency: latencyLine(latency, texts) }),
  };
}

/** What it was, in a word. */
export function stateWord(state: TimelineState, { history, lights }: Catalogue): string {
  if (state === 'up') return history.up;
  return state === 'gap' ? history.notWatched : lights[state];
}

/** The percentiles by their usual names. */
export function latencyLine({ p50, p95 }: Latency, { milliseconds }: Catalogue): string {
  return `p50 ${milliseconds(p50)} · p95 ${milliseconds(p95)}`;
}

/** The same for the ear. */
export function spokenLatency({ p50, p95 }: Latency, { history, milliseconds }: Catalogue): string {
  return history.answeredWithin(milliseconds(p50), milliseconds(p95));
}
