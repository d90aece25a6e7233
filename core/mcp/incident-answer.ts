import type { PastIncident } from '../history/past-incident.ts';
import type { Incident } from '../monitor/incident.ts';
import type { Redact } from '../report/redact.ts';
import { momentTold, plainly } from '../report/say.ts';
import type { Snapshot } from '../snapshot.ts';
import { english } from '../text/english.ts';
import { circumstancesAt, NOTE, ownWords, type ToldFinding } from './answer.ts';

export type IncidentAnswer =
  | { readonly note: string; readonly incident: false; readonly why: string }
  | (Omit<ToldFinding, 'severity' | 'quotation'> & {
      readonly note: string;
      readonly incident: true;
      readonly target: number;
      /** Whose memory it is from: that of this server, or what the app has kept. */
      readonly seenBy: 'this-server' | 'app';
      readonly isOver: boolean;
      readonly startedAt: string;
      /** Absent while it lasts, and where nobody saw its end. */
      readonly endedAt?: string;
      readonly seconds?: number;
      /** The step after which its root cause was gone. */
      readonly helped?: string;
      /** What the user wrote about it. */
      readonly quotation?: { readonly userNote: string };
    });

/** An incident of the target with this number, counted from 1. */
export interface Numbered<Kind> {
  readonly number: number;
  readonly incident: Kind;
}

const NONE = 'No failure was confirmed since this server began to watch, and the app remembers none of the last year.';

/**
 * The last incident of all targets, or of the one with this number, in our own words. `remembered`: what the app has kept;
 * asked only where none was seen here, as whatever was seen here is newer.
 */
export function incidentAnswer(
  snapshot: Snapshot,
  redact: Redact,
  remembered: () => readonly Numbered<PastIncident>[],
  only?: number,
): IncidentAnswer {
  const seen = newest(incidentsOf(snapshot), only);
  if (seen !== undefined) return { ...told(snapshot, seen), seenBy: 'this-server', isOver: isOver(seen.incident) };
  const kept = newest(remembered(), only);
  if (kept === undefined) return { note: NOTE, incident: false, why: NONE };
  const { ending, provedBy, note } = kept.incident;
  return {
    ...told(snapshot, kept, ending === 'unseen'),
    seenBy: 'app',
    isOver: ending !== undefined,
    ...(provedBy !== undefined && { helped: english.steps[provedBy.step] }),
    ...(note !== undefined && { quotation: { userNote: plainly(redact)(note) } }),
  };
}

type Told = Omit<Extract<IncidentAnswer, { readonly incident: true }>, 'seenBy' | 'isOver'>;

function told(snapshot: Snapshot, { number, incident }: Numbered<Common>, isEndUnseen = false): Told {
  const { root, startedAt, endedAt } = incident;
  return {
    note: NOTE,
    incident: true,
    target: number,
    startedAt: momentTold(startedAt),
    ...(endedAt !== undefined && { endedAt: momentTold(endedAt) }),
    ...(!isEndUnseen && { seconds: Math.max(0, Math.round(((endedAt ?? snapshot.at) - startedAt) / 1_000)) }),
    ...ownWords(root, circumstancesAt(snapshot, number)),
  };
}

type Common = Pick<Incident, 'root' | 'startedAt' | 'endedAt'>;

function isOver({ endedAt }: Incident): boolean {
  return endedAt !== undefined;
}

// One that lasts comes before all that are over, as it began last.
function newest<Kind extends Common>(
  all: readonly Numbered<Kind>[],
  only: number | undefined,
): Numbered<Kind> | undefined {
  return all
    .filter(({ number }) => only === undefined || number === only)
    .toSorted((a, b) => b.incident.startedAt - a.incident.startedAt)[0];
}

function incidentsOf({ targets }: Snapshot): readonly Numbered<Incident>[] {
  return targets.flatMap(({ incident, lastIncident }, i) => {
    const one = incident ?? lastIncident;
    return one === undefined ? [] : [{ number: i + 1, incident: one }];
  });
}
