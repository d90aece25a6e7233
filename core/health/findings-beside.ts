import type { LocalSight } from '../sight/local-sight.ts';
import { contradictions, type Sight } from './contradictions.ts';
import type { Finding } from './finding.ts';
import type { Report } from './report.ts';
import { findingsSeenHere } from './seen-here.ts';

/** What is found beside a report's own words: what this computer shows, and what the report is held against. */
export function findingsBeside(report: Report, status: number, sight: Sight): readonly Finding[] {
  return [...findingsSeenHere(report, sight), ...contradictions(report, status, sight)];
}

/** Whether another look at this computer changes what is found beside the same report. `now`: epoch milliseconds. */
export function isNews(
  report: Report,
  { before, after, now }: { readonly before?: LocalSight; readonly after?: LocalSight; readonly now: number },
): boolean {
  const found = (local?: LocalSight): string =>
    JSON.stringify(findingsBeside(report, 200, { now, ...(local && { local }) }));
  return found(before) !== found(after);
}
