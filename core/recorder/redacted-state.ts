import type { Alert } from '../monitor/alerts.ts';
import type { Incident } from '../monitor/incident.ts';
import { step, type WatchEvent, type WatchState } from '../monitor/watch-state.ts';
import type { Sayer } from '../report/say.ts';
import type { Shown } from './recording.ts';
import { redactedFindings, redactedIdentity, redactedVerdict } from './redacted-verdict.ts';

/**
 * A state without what is private in it, its moments counted from the beginning of its recording. To be redacted and then
 * moved by a redacted event is the same as to be moved and then redacted: no rule looks at what is taken out.
 */
export function redactedState(state: WatchState, say: Sayer, beganAt: number): WatchState {
  const { light, confirmed, since, findings, verdict, probedAt, accepted, streak, settled, flapping } = state;
  const { incident, lastIncident, told } = state;
  const whole: WatchState = {
    light,
    confirmed,
    since,
    findings: redactedFindings(findings, say),
    ...(verdict !== undefined && { verdict: redactedVerdict(verdict, say) }),
    ...(probedAt !== undefined && { probedAt }),
    ...(accepted !== undefined && { accepted: redactedIdentity(accepted, say) }),
    streak,
    settled,
    flapping,
    ...(incident !== undefined && { incident: redactedIncident(incident, say, 0) }),
    ...(lastIncident !== undefined && { lastIncident: redactedIncident(lastIncident, say, 0) }),
    told: { ...told, trouble: told.trouble && redactedIncident(told.trouble, say, beganAt) },
  };
  return counted(whole, beganAt);
}

/** A state whose moments are counted from another one. */
export function counted(state: WatchState, from: number): WatchState {
  return step(state, { type: 'shifted', by: -from }).state;
}

/** An event without what is private in it, its moment counted from the beginning of its recording. */
export function redactedEvent(event: WatchEvent, say: Sayer, beganAt: number): WatchEvent {
  switch (event.type) {
    case 'judged': {
      const { verdict, at, grace = false } = event;
      return {
        type: 'judged',
        verdict: redactedVerdict(verdict, say),
        at: at - beganAt,
        ...(grace && { grace }),
      };
    }
    case 'shifted':
      return { type: 'shifted', by: event.by };
    case 'accepted':
      return { type: 'accepted', identity: redactedIdentity(event.identity, say) };
    case 'expired':
    case 'paused':
    case 'resumed':
      return { type: event.type, at: event.at - beganAt };
  }
}

export function redactedShown({ light, confirmed, findings, alerts }: Shown, say: Sayer, beganAt: number): Shown {
  return {
    light,
    confirmed,
    findings: findings.slice(0, say.limits.findings),
    alerts: alerts.map((alert) => redactedAlert(alert, say, beganAt)),
  };
}

function redactedAlert(alert: Alert, say: Sayer, beganAt: number): Alert {
  if (alert.type === 'flapping-started') return { type: alert.type };
  return { type: alert.type, incident: redactedIncident(alert.incident, say, beganAt) };
}

export function redactedIncident(incident: Incident, say: Sayer, beganAt: number): Incident {
  const { number, root, component, startedAt, endedAt } = incident;
  return {
    number,
    root,
    ...(component !== undefined && { component: say.text(component) }),
    startedAt: startedAt - beganAt,
    ...(endedAt !== undefined && { endedAt: endedAt - beganAt }),
  };
}
