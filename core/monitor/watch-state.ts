import type { Finding } from '../health/finding.ts';
import { identityOf, type Identity } from '../health/identity.ts';
import { isBad, type Light } from '../health/light.ts';
import type { Verdict } from '../health/verdict.ts';
import { NOTHING_TOLD, tell, type Alert, type Told } from './alerts.ts';
import { observe, STEADY, type Flapping } from './flapping.ts';
import { openIncident, type Incident } from './incident.ts';
import { withSlowness } from './slowness.ts';
import { extend, freshStreak, isSure, lightOf, shiftStreak, type Streak } from './streak.ts';
import { USUAL_THRESHOLDS, type Thresholds } from './thresholds.ts';

/** All that is remembered of one target between probes. Times are epoch milliseconds. */
export interface WatchState {
  readonly light: Light;
  /** False while a change of light has not been seen again. */
  readonly confirmed: boolean;
  /** Since when the light is what it is. */
  readonly since: number;
  readonly findings: readonly Finding[];
  readonly verdict?: Verdict;
  /** When the last probe ended. */
  readonly probedAt?: number;
  /** The program that is expected to answer: the first that was understood, or the one that the user accepted. */
  readonly accepted?: Identity;
  readonly streak: Streak;
  /** The last light that was sure. */
  readonly settled: Light;
  readonly flapping: Flapping;
  readonly incident?: Incident;
  readonly lastIncident?: Incident;
  readonly told: Told;
}

/**
 * Something that happened to a target. `judged`: a probe ended; with `grace`, so soon after a sleep that a fault proves
 * nothing yet. `expired`: no probe has ended for too long. `shifted`: the wall clock was set by so many milliseconds.
 */
export type WatchEvent =
  | { readonly type: 'judged'; readonly verdict: Verdict; readonly at: number; readonly grace?: boolean }
  | { readonly type: 'expired'; readonly at: number }
  | { readonly type: 'shifted'; readonly by: number }
  | { readonly type: 'accepted'; readonly identity: Identity }
  | { readonly type: 'paused'; readonly at: number }
  | { readonly type: 'resumed'; readonly at: number };

export interface Step {
  readonly state: WatchState;
  readonly alerts: readonly Alert[];
}

/** The state before the first probe: nothing is known yet. */
export function freshWatch(at: number): WatchState {
  return {
    light: 'unknown',
    confirmed: false,
    since: at,
    findings: [],
    streak: freshStreak(at),
    settled: 'unknown',
    flapping: STEADY,
    told: NOTHING_TOLD,
  };
}

/** Moves the state by one event. Pure and total. */
export function step(state: WatchState, event: WatchEvent, thresholds = USUAL_THRESHOLDS): Step {
  switch (event.type) {
    case 'judged':
      return state.light === 'paused' ? still(state) : judged(state, event, thresholds);
    case 'expired':
      return still(state.light === 'paused' ? state : expired(state, event.at));
    case 'shifted':
      return still(shifted(state, event.by));
    case 'accepted':
      return still({ ...state, accepted: event.identity });
    case 'paused':
      return still({ ...anew(state, event.at), light: 'paused', confirmed: true, settled: 'paused' });
    case 'resumed':
      return still(anew(state, event.at));
  }
}

function still(state: WatchState): Step {
  return { state, alerts: [] };
}

// A pause ends an incident without a word: what happens meanwhile is nobody's business.
function anew({ incident, lastIncident, accepted, told }: WatchState, at: number): WatchState {
  const last = incident ?? lastIncident;
  return {
    ...freshWatch(at),
    told: { ...NOTHING_TOLD, at: told.at },
    ...(last !== undefined && { lastIncident: last }),
    ...(accepted !== undefined && { accepted }),
  };
}

// Too old to be believed, but no fault either: the last findings stay, for whoever wants to know what was.
function expired(state: WatchState, at: number): WatchState {
  const { light, since } = state;
  return {
    ...state,
    light: 'unknown',
    confirmed: false,
    since: light === 'unknown' ? since : at,
    streak: freshStreak(at),
  };
}

function judged(state: WatchState, event: WatchEvent & { type: 'judged' }, thresholds: Thresholds): Step {
  const { at, grace = false } = event;
  const verdict = withSlowness(inContext(event.verdict, state), thresholds);
  const streak = extend(state.streak, verdict, at, thresholds);
  const light = lightOf(verdict, streak, state.settled, thresholds);
  const sure = isSure(verdict, streak, thresholds) && !(grace && light !== 'healthy');
  const next: WatchState = {
    ...state,
    verdict,
    light,
    streak: grace && light !== 'healthy' ? freshStreak(at) : streak,
    findings: verdict.findings,
    probedAt: at,
    since: light === state.light ? state.since : at,
    confirmed: sure,
    ...acceptance(state, verdict),
  };
  return announce(sure ? settle(next) : next, at);
}

// A port that was closed and is open now, but silent, belongs to a program that is starting.
function inContext(verdict: Verdict, { findings }: WatchState): Verdict {
  const [before] = findings;
  const wasClosed = before?.id === 'proxy-not-running' || before?.id === 'starting-up';
  if (verdict.findings[0]?.id !== 'not-responding' || !wasClosed) return verdict;
  return { ...verdict, findings: verdict.findings.map((finding) => ({ ...finding, id: 'starting-up' as const })) };
}

// Who answered first in a way that is understood is who is expected from then on; a name told later is learned.
function acceptance({ accepted }: WatchState, { report }: Verdict): Pick<WatchState, 'accepted'> {
  if (report === undefined || isBad(report.overall) || accepted?.service !== undefined) return {};
  return accepted === undefined || report.service !== undefined ? { accepted: identityOf(report) } : {};
}

function settle(state: WatchState): WatchState {
  const { light, incident, streak } = state;
  if (isBad(light) && incident === undefined) return { ...opened(state), settled: light };
  if (light === 'healthy' && incident !== undefined) return { ...closed(state, incident, streak), settled: light };
  return { ...state, settled: light };
}

function opened(state: WatchState): WatchState {
  const number = (state.lastIncident?.number ?? 0) + 1;
  return { ...state, incident: openIncident(number, state.findings[0], state.streak.startedAt) };
}

function closed({ incident: _ended, ...state }: WatchState, incident: Incident, { startedAt }: Streak): WatchState {
  return { ...state, lastIncident: { ...incident, endedAt: startedAt } };
}

function announce(state: WatchState, at: number): Step {
  const flapping = observe(state.flapping, state.incident === undefined);
  const standing = { incident: state.incident, lastIncident: state.lastIncident, flapping: flapping.active };
  const { told, alerts } = tell(state.told, standing, at);
  return { state: { ...state, flapping, told }, alerts };
}

function shifted(state: WatchState, by: number): WatchState {
  const { since, probedAt, streak, incident, lastIncident, told } = state;
  return {
    ...state,
    since: since + by,
    streak: shiftStreak(streak, by),
    told: { ...told, at: told.at.map((moment) => moment + by) },
    ...(probedAt !== undefined && { probedAt: probedAt + by }),
    ...(incident !== undefined && { incident: moved(incident, by) }),
    ...(lastIncident !== undefined && { lastIncident: moved(lastIncident, by) }),
  };
}

function moved(incident: Incident, by: number): Incident {
  const { startedAt, endedAt } = incident;
  return { ...incident, startedAt: startedAt + by, ...(endedAt !== undefined && { endedAt: endedAt + by }) };
}
