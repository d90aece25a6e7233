import type { Finding } from '../health/finding.ts';
import type { Component, KnownComponent, Report } from '../health/report.ts';
import type { Verdict } from '../health/verdict.ts';
import { skip, type Judgement } from './check.ts';

/** The finding that tells why no answer came; nothing where one came, be it a stranger's or an error. */
export function whyNoAnswer({ report, findings: [root] }: Verdict): Finding | undefined {
  if (report !== undefined || root?.id === 'stranger-answers') return undefined;
  // Every answer that is no report left its status as evidence; a failed request has none.
  return root?.evidence.status === undefined ? root : undefined;
}

/** Judges what the proxy reports; without a report, says why there is none. */
export function ofReport(verdict: Verdict, judge: (report: Report) => Judgement): Judgement {
  if (verdict.report !== undefined) return judge(verdict.report);
  return skip(whyNoAnswer(verdict) === undefined ? 'not-told' : 'no-answer');
}

/** What the proxy tells of one of its known parts. */
export function partOf({ components }: Report, id: KnownComponent): Component | undefined {
  return components.find((component) => component.id === id);
}
