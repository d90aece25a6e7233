import { expect, it } from 'vitest';
import type { PastIncident } from '../../../core/history/past-incident.ts';
import { incidentText } from '../../../core/report/incident-text.ts';
import { english } from '../../../core/text/english.ts';
import { redactor } from '../../../core/report/redact.ts';

const BEGAN = new Date(2026, 10, 22, 8, 40).getTime();
const SECOND = 1_000;
// Assembled here, so that no scanner takes it for a real one.
const KEY = ['sk', 'ant', 'api03', 'Zq7vT1xK9mB4nR8wL2cY6dH3'].join('-');

const INCIDENT: PastIncident = {
  id: 'incident-1',
  root: 'signed-out',
  evidence: [
    { id: 'signed-out', severity: 'down', component: 'auth', evidence: { said: `not signed in: ${KEY} # <b>` } },
    { id: 'upstream-failing', severity: 'degraded', evidence: { count: 3 } },
  ],
  startedAt: BEGAN,
  confirmedAt: BEGAN + 3 * SECOND,
  endedAt: BEGAN + 90 * SECOND,
  ending: 'recovered',
  told: [{ what: 'failed', at: BEGAN + 3 * SECOND }],
  note: `Ada <ada@example.com> let it run out.\n# ${KEY}`,
};

const write = (incident: PastIncident): string =>
  incidentText(incident, {
    texts: english,
    redact: redactor({ home: '/home/ada', user: 'ada', hostName: 'box' }),
    now: BEGAN + 3_600 * SECOND,
  });

it('tells what it was, what happened, what was found and what was noted, without what is private', () => {
  expect(write(INCIDENT)).toMatchInlineSnapshot(`
    "# Claude is signed out

    Nov 22, 2026, 8:40:00 AM – Nov 22, 2026, 8:41:30 AM · 1 h ago · lasted 1 min 30 s

    ## What happened

    - Nov 22, 2026, 8:40:00 AM: It began
    - Nov 22, 2026, 8:40:03 AM: Sure after 3 s
    - Nov 22, 2026, 8:40:03 AM: You were notified
    - Nov 22, 2026, 8:41:30 AM: It was well again

    ## What was found

    - Claude is signed out (\`signed-out\`): severity \`down\`, component \`auth\`, said \`not signed in: [secret] # <b>\`
    - Requests fail behind a healthy proxy (\`upstream-failing\`): severity \`degraded\`, count \`3\`

    ## Your note

    \`[user] <[e-mail]> let it run out. # [secret]\`
    "
  `);
});

it('tells of one that goes on what is known so far', () => {
  const { endedAt: _endedAt, ending: _ending, note: _note, ...going } = INCIDENT;
  const text = write({ ...going, evidence: [], told: [] });
  expect(text).toContain('still going on');
  expect(text).not.toContain('What was found');
  expect(text).not.toContain('Your note');
});

it('lets nothing from outside become markup, nor a line of its own', () => {
  const lines = write(INCIDENT).split('\n');
  expect(lines.filter((line) => line.startsWith('#'))).toHaveLength(4);
  expect(lines.filter((line) => /<b>/.test(line.replaceAll(/`[^`]*`/g, '')))).toEqual([]);
});
