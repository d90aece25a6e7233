import type { Incident } from '../monitor/incident.ts';
import { momentTold } from '../report/say.ts';
import type { Snapshot } from '../snapshot.ts';
import { circumstancesAt, NOTE, ownWords, type ToldFinding } from './answer.ts';

export type IncidentAnswer =
  | { readonly note: string; readonly incident: false; readonly why: string }
  | (Omit<ToldFinding, 'severity' | 'quotation'> & {
      readonly note: string;
      readonly incident: true;
      readonly target: number;
      readonly isOver: boolean;
      readonly startedAt: string;
      readonly endedAt?: string;
      readonly seconds: number;
    });

/** The last incident of all targets, or of the one with this number, in our own words. */
export function incidentAnswer(snapshot: Snapshot, only?: number): IncidentAnswer {
  const last = incidentsOf(snapshot, only).toSorted((a, b) => b.incident.startedAt - a.incident.startedAt)[0];
  if (last === undefined)
    return { note: NOTE, incident: false, why: 'No failure was confirmed since this server began to watch.' };
  const { number, incident } = last;
  const { startedAt, endedAt } = incident;
  return {
    note: NOTE,
    incident: true,
    target: number,
    isOver: endedAt !== undefined,
    startedAt: momentTold(startedAt),
    ...(endedAt !== undefined && { endedAt: momentTold(endedAt) }),
    seconds: Math.max(0, Math.round(((endedAt ?? snapshot.at) - startedAt) / 1_000)),
    ...ownWords(incident.root, circumstancesAt(snapshot, number)),
  };
}

interface Numbered {
  readonly number: number;
  readonly incident: Incident;
}

// One that lasts comes before all that are over, as it began last.
function incidentsOf({ targets }: Snapshot, only: number | undefined): readonly Numbered[] {
  return targets.flatMap(({ incident, lastIncident }, i) => {
    const one = incident ?? lastIncident;
    return one === undefined || (only !== undefined && only !== i + 1) ? [] : [{ number: i + 1, incident: one }];
  });
}
