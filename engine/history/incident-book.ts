import { courseOf, unseen, withProof, withTold, type Tidy } from '../../core/history/incident-course.ts';
import { isWithin } from '../../core/history/look-back.ts';
import type { PastIncident, ProvedBy, ToldOfIncident } from '../../core/history/past-incident.ts';
import { plainNote } from '../../core/history/read-incident.ts';
import type { WatchState } from '../../core/monitor/watch-state.ts';

/** The incidents of one target: the one that lasts, and those of the last day. */
export interface IncidentBook {
  /** Whether anything has changed. */
  see(state: WatchState, at: number): boolean;
  told(told: ToldOfIncident): void;
  proved(provedBy: ProvedBy): void;
  note(incident: PastIncident, note: string): void;
  /** Those of earlier lives of the app: what lasted then ended unseen. */
  recall(earlier: readonly PastIncident[]): void;
  countSince(from: number, to: number): number;
}

const MOST_REMEMBERED = 500;
// What is told and proved after the end belongs to the incident before it.
const AFTERWARDS_MS = 5 * 60_000;

/** `keep` writes an incident down: it has begun, or something about it has changed. */
export function createIncidentBook(tidy: Tidy, keep: (incident: PastIncident) => void): IncidentBook {
  let lasting: PastIncident | undefined;
  const known = new Map<string, PastIncident>();

  const write = (incident: PastIncident): void => {
    known.delete(incident.id);
    known.set(incident.id, incident);
    const [oldest] = known.keys();
    if (known.size > MOST_REMEMBERED && oldest !== undefined) known.delete(oldest);
    if (lasting?.id === incident.id && incident.ending === undefined) lasting = incident;
    keep(incident);
  };
  const current = (at: number): PastIncident | undefined => {
    const last = lasting ?? [...known.values()].at(-1);
    return last?.endedAt === undefined || at - last.endedAt < AFTERWARDS_MS ? last : undefined;
  };
  return {
    see: (state, at) => {
      const course = courseOf(lasting, state, at, tidy);
      lasting = course.lasting;
      course.kept.forEach(write);
      return course.kept.length > 0;
    },
    told: (told) => {
      const incident = current(told.at);
      if (incident !== undefined) write(withTold(incident, told));
    },
    proved: (provedBy) => {
      const incident = current(provedBy.at);
      const after = incident && withProof(incident, provedBy);
      if (after !== undefined && after !== incident) write(after);
    },
    note: (incident, note) => {
      const { note: _before, ...rest } = known.get(incident.id) ?? incident;
      const text = plainNote(note);
      write(text === '' ? rest : { ...rest, note: text });
    },
    recall: (earlier) => {
      const own = [...known.values()];
      known.clear();
      for (const incident of earlier) {
        if (incident.ending === undefined) write(unseen(incident));
        else known.set(incident.id, incident);
      }
      for (const incident of own) known.set(incident.id, incident);
    },
    countSince: (from, to) => [...known.values()].filter((incident) => isWithin(incident, from, to)).length,
  };
}
