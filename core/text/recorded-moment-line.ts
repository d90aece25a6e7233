import type { RecordedMoment } from '../history/recorded-moment.ts';
import type { Catalogue } from './catalogue.ts';
import { duration, secondsBetween } from './duration.ts';
import { exactTime } from './exact-time.ts';

/** A moment of a recording in words. */
export interface RecordedMomentLine {
  /** What was so. */
  readonly headline: string;
  /** How long before or after the beginning of the incident, and what was not sure. */
  readonly detail: string;
  readonly exact: string;
}

/** Words a moment of the recording of an incident that began at `startedAt`, in epoch milliseconds. */
export function recordedMomentLine(moment: RecordedMoment, startedAt: number, texts: Catalogue): RecordedMomentLine {
  const { light, confirmed, at } = moment;
  const isOpen = !confirmed && light !== 'paused';
  return {
    headline: headlineOf(moment, texts),
    detail: [distance(at, startedAt, texts), ...(isOpen ? [texts.confirming] : [])].join(' · '),
    exact: exactTime(at, texts),
  };
}

function headlineOf({ light, root }: RecordedMoment, texts: Catalogue): string {
  if (light === 'paused') return texts.paused;
  if (light === 'healthy') return texts.lights.healthy;
  return root === undefined ? texts.lights[light] : texts.findings[root.id].headline(root.evidence);
}

function distance(at: number, startedAt: number, { history, units }: Catalogue): string {
  const seconds = Math.max(secondsBetween(at, startedAt), secondsBetween(startedAt, at));
  if (seconds < 1) return history.asItBegan;
  return at < startedAt ? history.beforeBegan(duration(seconds, units)) : history.afterBegan(duration(seconds, units));
}
