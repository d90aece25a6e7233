import type { Identity } from '../health/identity.ts';
import { judge } from '../health/judge.ts';
import type { Verdict } from '../health/verdict.ts';
import type { WatchState } from '../monitor/watch-state.ts';
import type { RecordedAnswer } from './recording.ts';

/** What a recorded answer is judged by. */
export interface JudgedBy {
  /** The state that it met, its moments counted from the beginning of the recording. */
  readonly state: WatchState;
  /** When it came: milliseconds since the recording began. */
  readonly at: number;
  /** Epoch milliseconds. */
  readonly beganAt: number;
  /** As a report tells it. */
  readonly address: string;
}

/** Judges a recorded answer as the watch did, but for what this computer saw itself. */
export function judgedAgain(answer: RecordedAnswer, { state, at, beganAt, address }: JudgedBy): Verdict {
  const { accepted, verdict, probedAt } = state;
  const before = verdict?.report && probedAt !== undefined && { report: verdict.report, at: probedAt + beganAt };
  const port = portIn(address);
  const sight = { now: at + beganAt, ...(port !== undefined && { port }), ...(before && { before }) };
  return judge({ kind: 'answer', ms: 0, ...answer }, known(sight, accepted));
}

function known<S>(sight: S, accepted: Identity | undefined): { readonly sight: S; readonly accepted?: Identity } {
  return accepted === undefined ? { sight } : { sight, accepted };
}

// A report names the host of another computer by a mark.
function portIn(address: string): number | undefined {
  const port = /^(?:https?:\/\/(?:[^/[]+|\[[^\]]+\])|\[host\]):(\d{1,5})/.exec(address)?.[1];
  return port === undefined ? undefined : Number(port);
}

/** What of a verdict decides about anything: two answers with the same are judged alike. */
export function gistOf({ light, findings, report, stranger, inconclusive }: Verdict): string {
  const found = findings.map(({ id, severity, component = '' }) => `${id} ${severity} ${component}`);
  const parts = report?.components.map(({ id, health, role }) => `${id} ${health} ${role}`) ?? [];
  const told = report === undefined ? '' : `${report.dialect} ${report.basic} ${report.overall}`;
  return [light, inconclusive, told, stranger?.dialect ?? '', ...found, '', ...parts].join('\n');
}
