import { describe, expect, it } from 'vitest';
import type { PastIncident } from '../../../core/history/past-incident.ts';
import { english } from '../../../core/text/english.ts';
import { courseSteps, incidentHeadline, pastIncidentLine } from '../../../core/text/past-incident-lines.ts';

const BEGAN = Date.UTC(2026, 10, 22, 6, 41);
const SECOND = 1_000;
const NOW = BEGAN + 3 * 3_600_000;

const INCIDENT: PastIncident = {
  id: 'a-b',
  root: 'port-taken',
  evidence: [{ id: 'port-taken', severity: 'down', evidence: { port: 8_001 } }],
  startedAt: BEGAN,
  confirmedAt: BEGAN + SECOND,
  told: [],
};

const ENDED: PastIncident = { ...INCIDENT, endedAt: BEGAN + 124 * SECOND, ending: 'recovered' };

describe('an incident in a line', () => {
  it.each([
    ['ended', ENDED, '3 h ago · lasted 2 min 4 s'],
    ['lasts', INCIDENT, '3 h ago · still going on, 3 h'],
    ['unseen', { ...INCIDENT, ending: 'unseen' } as const, '3 h ago · Nobody saw its end'],
  ])('%s', (_name, incident, detail) => {
    expect(pastIncidentLine(incident, NOW, english)).toMatchObject({ headline: 'Port 8001 is already in use', detail });
  });

  it('names its exact times', () => {
    expect(pastIncidentLine(ENDED, NOW, english).exact).toMatch(/:41:00.* – .*:43:04/);
  });

  it('has a headline without evidence, too', () => {
    expect(incidentHeadline({ ...INCIDENT, evidence: [] }, english)).not.toMatch(/undefined/);
  });
});

describe('the course of an incident', () => {
  it('is told in the order of time, and what was told of a moment after it', () => {
    const incident: PastIncident = {
      ...ENDED,
      told: [
        { what: 'failed', at: BEGAN + SECOND },
        { what: 'recovered', at: BEGAN + 124 * SECOND },
      ],
      provedBy: { finding: 'port-taken', step: 'choose-port-flag', isPassive: false, at: BEGAN + 120 * SECOND },
    };
    expect(courseSteps(incident, english).map(({ kind, text }) => [kind, text])).toEqual([
      ['began', 'It began'],
      ['confirmed', 'Sure after 1 s'],
      ['told', 'You were notified'],
      ['fixed', 'It helped: Start the proxy on another port'],
      ['ended', 'It was well again'],
      ['told', 'You were told of its end'],
    ]);
  });

  it('has no end before there is one', () => {
    expect(courseSteps(INCIDENT, english).map(({ kind }) => kind)).toEqual(['began', 'confirmed']);
  });
});
