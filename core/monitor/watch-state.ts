import type { Finding, FindingId } from '../health/finding.ts';
import { isBad, type Health, type Light } from '../health/light.ts';
import { identityOf, type Identity } from '../health/identity.ts';
import type { Verdict } from '../health/verdict.ts';

/** From the first confirmed bad verdict to the confirmed good one. */
export interface Incident {
  /** Counts up from 1 for each target since the start of the app. */
  readonly number: number;
  readonly root: FindingId;
  readonly component?: string;
  /** Epoch milliseconds at which the fault was first seen, before it was confirmed. */
  readonly startedAt: number;
  /** Epoch milliseconds of the first good answer; absent while it lasts. */
  readonly endedAt?: number;
}

/** All that is remembered of one target between probes. */
export interface WatchState {
  readonly light: Light;
  /** False while a change of light has not been seen again. */
  readonly confirmed: boolean;
  /** Epoch milliseconds since when the light is what it is. */
  readonly since: number;
  readonly findings: readonly Finding[];
  readonly verdict?: Verdict;
  /** The program that is expected to answer: the first that was understood, or the one that the user accepted. */
  readonly accepted?: Identity;
  /** Epoch milliseconds at which the last probe ended. */
  readonly probedAt?: number;
  readonly streak: { readonly key: StreakKey; readonly count: number; readonly startedAt: number };
  /** The last confirmed light: what the user was told, if anything. */
  readonly settled: Light;
  readonly incident?: Incident;
  readonly lastIncident?: Incident;
}

/** Something that happened to a target. Times are epoch milliseconds. */
export type WatchEvent =
  | { readonly type: 'judged'; readonly verdict: Verdict; readonly at: number }
  | { readonly type: 'accepted'; readonly identity: Identity }
  | { readonly type: 'paused'; readonly at: number }
  | { readonly type: 'resumed'; readonly at: number };

/** A change that was confirmed: the only thing that may alarm somebody. */
export type Change =
  | { readonly type: 'incident-opened'; readonly incident: Incident }
  | { readonly type: 'incident-closed'; readonly incident: Incident };

export interface Step {
  readonly state: WatchState;
  readonly changes: readonly Change[];
}

/** The state before the first probe: nothing is known yet. */
export function freshWatch(at: number): WatchState {
  return {
    light: 'unknown',
    confirmed: false,
    since: at,
    findings: [],
    streak: { key: 'none', count: 0, startedAt: at },
    settled: 'unknown',
  };
}

/** How often a verdict must be seen in a row before it counts (hard and soft states, as Nagios calls them). */
export const SIGHTINGS = { conclusive: 2, refused: 3, inconclusive: 3 } as const;

/** Moves the state by one event. Pure and total. */
export function step(state: WatchState, event: WatchEvent): Step {
  switch (event.type) {
    case 'judged':
      return state.light === 'paused' ? { state, changes: [] } : judged(state, event.verdict, event.at);
    case 'accepted':
      return { state: { ...state, accepted: event.identity }, changes: [] };
    case 'paused':
      return {
        state: { ...freshWatch(event.at), ...kept(state), light: 'paused', confirmed: true, settled: 'paused' },
        changes: [],
      };
    case 'resumed':
      return { state: { ...freshWatch(event.at), ...kept(state) }, changes: [] };
  }
}

// A pause ends an incident without a word: what happens meanwhile is nobody's business.
function kept({ incident, lastIncident, accepted }: WatchState): Pick<WatchState, 'lastIncident' | 'accepted'> {
  const last = incident ?? lastIncident;
  return { ...(last !== undefined && { lastIncident: last }), ...(accepted !== undefined && { accepted }) };
}

function judged(state: WatchState, verdict: Verdict, at: number): Step {
  const key = streakKey(state, verdict);
  const streak =
    key === state.streak.key ? { ...state.streak, count: state.streak.count + 1 } : { key, count: 1, startedAt: at };
  const light = lightNow(verdict, streak);
  const next: WatchState = {
    ...state,
    verdict,
    light,
    streak,
    findings: verdict.findings,
    probedAt: at,
    since: light === state.light ? state.since : at,
    confirmed: streak.count >= sightingsNeeded(verdict),
    ...acceptance(state, verdict),
  };
  return next.confirmed ? settle(next) : { state: next, changes: [] };
}

// Who answered first in a way that is understood is who is expected from then on; a name told later is learned.
function acceptance({ accepted }: WatchState, { report }: Verdict): Pick<WatchState, 'accepted'> {
  if (report === undefined || isBad(report.overall) || accepted?.service !== undefined) return {};
  return accepted === undefined || report.service !== undefined ? { accepted: identityOf(report) } : {};
}

type StreakKey = 'none' | 'good' | 'bad' | 'unclear' | 'silent';

// The cause and its wording may change with every probe, and still it is one fault. Silence proves nothing by itself,
// so it does not end a fault that was confirmed.
function streakKey(state: WatchState, { light, inconclusive }: Verdict): StreakKey {
  if (inconclusive) return isBad(state.settled) ? 'bad' : 'silent';
  if (isBad(light)) return 'bad';
  return light === 'healthy' ? 'good' : 'unclear';
}

/** A probe in silence proves nothing until it has been seen three times; then silence is the fault. */
function lightNow(verdict: Verdict, { key, count }: WatchState['streak']): Health {
  if (!verdict.inconclusive) return verdict.light;
  return key === 'bad' || count >= SIGHTINGS.inconclusive ? 'down' : 'unknown';
}

/** How many sightings in a row confirm this verdict. */
export function sightingsNeeded({ inconclusive, findings }: Verdict): number {
  if (inconclusive) return SIGHTINGS.inconclusive;
  return findings[0]?.id === 'proxy-not-running' ? SIGHTINGS.refused : SIGHTINGS.conclusive;
}

function settle(state: WatchState): Step {
  const { light, incident, streak } = state;
  if (isBad(light))
    return incident === undefined
      ? open({ ...state, settled: light })
      : { state: { ...state, settled: light }, changes: [] };
  if (light === 'healthy' && incident !== undefined)
    return close({ ...state, settled: light }, incident, streak.startedAt);
  return { state: { ...state, settled: light }, changes: [] };
}

function open(state: WatchState): Step {
  const [root] = state.findings;
  const incident: Incident = {
    number: (state.lastIncident?.number ?? 0) + 1,
    root: root?.id ?? 'not-understood',
    ...(root?.component !== undefined && { component: root.component }),
    startedAt: state.since,
  };
  return { state: { ...state, incident }, changes: [{ type: 'incident-opened', incident }] };
}

function close({ incident: _closed, ...state }: WatchState, opened: Incident, endedAt: number): Step {
  const incident: Incident = { ...opened, endedAt };
  return { state: { ...state, lastIncident: incident }, changes: [{ type: 'incident-closed', incident }] };
}
