import type { Finding } from '../health/finding.ts';
import type { Incident } from '../monitor/incident.ts';
import type { WatchState } from '../monitor/watch-state.ts';
import type { Ending, PastIncident, ProvedBy, ToldOfIncident } from './past-incident.ts';

/** Makes a finding fit to be kept: without what is private. */
export type Tidy = (finding: Finding) => Finding;

const MOST_FINDINGS = 6;
const MOST_TOLD = 20;

/** What an event did to the incidents of a target: `kept` have begun or changed, oldest first; `lasting` goes on. */
export interface Course {
  readonly kept: readonly PastIncident[];
  readonly lasting: PastIncident | undefined;
}

/**
 * Goes by the state and not by its change, so that a watch that begins anew in the middle of an incident goes on with it. What
 * flaps is one incident, until it is steady.
 */
export function courseOf(lasting: PastIncident | undefined, state: WatchState, at: number, tidy: Tidy): Course {
  const { incident, light, confirmed, flapping } = state;
  if (lasting === undefined) {
    if (incident === undefined) return { kept: [], lasting };
    const begun = begin(incident, state.findings, at, tidy);
    return { kept: [begun], lasting: begun };
  }
  if (light === 'paused') return { kept: [end(lasting, 'paused', at)], lasting: undefined };
  if (incident === undefined && light === 'healthy' && confirmed && !flapping.active) {
    return { kept: [end(lasting, 'recovered', endOf(state, lasting))], lasting: undefined };
  }
  return { kept: [], lasting };
}

/** The incident of an earlier life of the app, of which nobody saw the end. */
export function unseen(lasting: PastIncident): PastIncident {
  return { ...lasting, ending: 'unseen' };
}

export function withTold(incident: PastIncident, told: ToldOfIncident): PastIncident {
  return { ...incident, told: [...incident.told, told].slice(-MOST_TOLD) };
}

/** The fix belongs to the incident if it is about something that was found in it. */
export function withProof(incident: PastIncident, provedBy: ProvedBy): PastIncident {
  return incident.evidence.some(({ id }) => id === provedBy.finding) ? { ...incident, provedBy } : incident;
}

function begin(
  { root, component, startedAt }: Incident,
  findings: readonly Finding[],
  at: number,
  tidy: Tidy,
): PastIncident {
  return {
    id: `${startedAt.toString(36)}-${at.toString(36)}`,
    root,
    ...(component !== undefined && { component }),
    evidence: findings.slice(0, MOST_FINDINGS).map(tidy),
    startedAt,
    confirmedAt: Math.max(at, startedAt),
    told: [],
  };
}

function end(lasting: PastIncident, ending: Ending, at: number): PastIncident {
  return { ...lasting, ending, endedAt: Math.max(at, lasting.startedAt) };
}

// The watch knows the first good answer, unless it began anew meanwhile.
function endOf({ lastIncident, since }: WatchState, { startedAt }: PastIncident): number {
  return lastIncident?.startedAt === startedAt ? (lastIncident.endedAt ?? since) : since;
}
