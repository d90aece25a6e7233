import type { PastIncident } from '../history/past-incident.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { courseSteps, pastIncidentLine } from '../text/past-incident-lines.ts';
import { codeSpan } from './code-span.ts';
import { findingLine } from './markdown.ts';
import type { Redact } from './redact.ts';
import { reportedFinding } from './reported-finding.ts';
import { plainly, sayer, type Limits } from './say.ts';

export interface IncidentTextOptions {
  readonly texts: Catalogue;
  readonly redact: Redact;
  /** Epoch milliseconds: an incident may still go on. */
  readonly now: number;
}

/** An incident has no more findings than that, and a note is no longer. */
const LIMITS: Limits = { targets: 1, components: 1, findings: 64, list: 32, text: 500 };

/**
 * An incident to hand on, in Markdown: what it was, what happened when, what was found, what the user noted. Nothing private
 * is in it, nor the address; outside of code spans every word is our own.
 */
export function incidentText(incident: PastIncident, { texts, redact, now }: IncidentTextOptions): string {
  const say = sayer(plainly(redact), LIMITS);
  const { history, findings } = texts;
  const { detail, exact } = pastIncidentLine(incident, now, texts);
  const evidence = incident.evidence.slice(0, LIMITS.findings).map((finding) => reportedFinding(finding, say));
  const sections: readonly (readonly string[])[] = [
    // Without its evidence a headline is in our own words alone.
    [`# ${findings[incident.root].headline({})}`],
    [`${exact} · ${detail}`],
    [`## ${history.course}`],
    courseSteps(incident, texts).map((step) => `- ${step.exact}: ${step.text}`),
    ...(evidence.length === 0
      ? []
      : [[`## ${history.found}`], evidence.map((finding) => `- ${findingLine(finding, texts)}`)]),
    ...(incident.note === undefined ? [] : [[`## ${history.note}`], [codeSpan(say.text(incident.note))]]),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
