import { describe, expect, it } from 'vitest';
import { MAX_ALERTS_PER_HOUR, NOTHING_TOLD, tell, type Standing, type Told } from '../../../core/monitor/alerts.ts';
import type { Incident } from '../../../core/monitor/incident.ts';

const MINUTE = 60_000;
const first: Incident = { number: 1, root: 'signed-out', startedAt: 0 };
const ended: Incident = { ...first, endedAt: MINUTE };
const second: Incident = { number: 2, root: 'proxy-not-running', startedAt: 2 * MINUTE };

const WELL: Standing = { incident: undefined, lastIncident: undefined, flapping: false };
const ILL: Standing = { ...WELL, incident: first };
const WELL_AGAIN: Standing = { ...WELL, lastIncident: ended };
const FLAPPING: Standing = { ...ILL, flapping: true };

function course(standings: readonly Standing[], every = MINUTE): readonly string[] {
  let told: Told = NOTHING_TOLD;
  return standings.map((standing, i) => {
    const next = tell(told, standing, i * every);
    told = next.told;
    return next.alerts.map(({ type }) => type).join() || '-';
  });
}

describe('tell', () => {
  it('tells a fault once and its end once', () => {
    expect(course([WELL, ILL, ILL, ILL, WELL_AGAIN, WELL_AGAIN])).toEqual([
      '-',
      'incident-opened',
      '-',
      '-',
      'incident-closed',
      '-',
    ]);
  });

  it('says nothing of an end whose beginning was never told', () => {
    expect(course([WELL_AGAIN, WELL_AGAIN])).toEqual(['-', '-']);
  });

  it('tells flapping once, then nothing until it ends, and then how things are', () => {
    expect(course([ILL, FLAPPING, FLAPPING, { ...WELL_AGAIN, flapping: true }, WELL_AGAIN, WELL_AGAIN])).toEqual([
      'incident-opened',
      'flapping-started',
      '-',
      '-',
      'incident-closed',
      '-',
    ]);
    expect(course([FLAPPING, ILL, ILL])).toEqual(['flapping-started', 'incident-opened', '-']);
  });

  it(`tells at most ${MAX_ALERTS_PER_HOUR} things an hour; what is still so then is told when the hour is over`, () => {
    const restless = Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? ILL : WELL_AGAIN));
    const later = Array.from({ length: 10 }, () => ILL);
    const alerts = course([...restless, ...later]);
    expect(alerts.slice(0, 60).filter((alert) => alert !== '-').length).toBe(MAX_ALERTS_PER_HOUR);
    expect(alerts.slice(60).filter((alert) => alert !== '-')).toEqual(['incident-opened']);
  });

  it('an outage after another is a new thing to tell', () => {
    const again: Standing = { incident: second, lastIncident: ended, flapping: false };
    expect(course([ILL, WELL_AGAIN, again])).toEqual(['incident-opened', 'incident-closed', 'incident-opened']);
  });
});
