import type { Alert } from '../monitor/alerts.ts';
import type { Recording, Shown } from './recording.ts';
import { replay, type Replayed, type ReplayedPart } from './replay.ts';

/** The first place at which a replay is not what was recorded. */
export interface Difference {
  /** Counts the events from 1. */
  readonly number: number;
  readonly recorded: string;
  readonly replayed: string;
}

/** A replay as text: a line for each event and each alert, in ids and numbers, the same in every language. */
export interface ReplayText {
  readonly lines: readonly string[];
  readonly events: number;
  readonly alerts: number;
  /** Absent where the replay is what was recorded, byte for byte. */
  readonly difference?: Difference;
}

/** Plays a recording and holds what comes of it against what was recorded. */
export function replayText(recording: Recording): ReplayText {
  const parts = replay(recording);
  const events = parts.flatMap((part) => part.events);
  const difference = firstDifference(events);
  return {
    lines: parts.flatMap(partLines),
    events: events.length,
    alerts: events.reduce((sum, { shown }) => sum + shown.alerts.length, 0),
    ...(difference !== undefined && { difference }),
  };
}

function partLines({ leftOut, events }: ReplayedPart): readonly string[] {
  const gap = leftOut === 0 ? [] : [`... ${leftOut} events were left out`];
  return [...gap, ...events.flatMap((event) => eventLines(event, event.shown))];
}

function firstDifference(events: readonly Replayed[]): Difference | undefined {
  for (const [i, event] of events.entries()) {
    const recorded = eventLines(event, event.recorded).join('\n');
    const replayed = eventLines(event, event.shown).join('\n');
    if (recorded !== replayed) return { number: i + 1, recorded, replayed };
    if (event.isJudgedAlike === false) {
      return { number: i + 1, recorded, replayed: `${secondsOf(event.after)} s  its answer is judged otherwise` };
    }
  }
  return undefined;
}

function eventLines({ after, event }: Pick<Replayed, 'after' | 'event'>, shown: Shown): readonly string[] {
  const { light, confirmed, findings, alerts } = shown;
  const time = `${secondsOf(after)} s`;
  const words = [time, '', event.type, light, ...(confirmed ? [] : ['unconfirmed']), ...findings];
  return [words.join(' '), ...alerts.map((alert) => `${time}    alert ${alertWords(alert)}`)];
}

function alertWords(alert: Alert): string {
  if (alert.type === 'flapping-started') return alert.type;
  const { number, root, component, startedAt, endedAt } = alert.incident;
  const times = [`from ${secondsOf(startedAt)} s`, ...(endedAt === undefined ? [] : [`to ${secondsOf(endedAt)} s`])];
  return [alert.type, number, root, ...(component === undefined ? [] : [component]), ...times].join(' ');
}

function secondsOf(ms: number): string {
  return (ms / 1_000).toFixed(3);
}
