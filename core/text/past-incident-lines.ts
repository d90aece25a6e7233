import type { PastIncident } from '../history/past-incident.ts';
import type { Catalogue } from './catalogue.ts';
import { duration, roughDuration, secondsBetween } from './duration.ts';
import { exactTime, exactTimeAfter } from './exact-time.ts';

/** An incident in a line. */
export interface PastIncidentLine {
  readonly headline: string;
  /** When, and for how long. */
  readonly detail: string;
  readonly exact: string;
}

export function pastIncidentLine(incident: PastIncident, now: number, texts: Catalogue): PastIncidentLine {
  const { startedAt, endedAt } = incident;
  const began = exactTime(startedAt, texts);
  const ago = texts.ago(roughDuration(secondsBetween(startedAt, now), texts.units));
  return {
    headline: incidentHeadline(incident, texts),
    detail: `${ago} · ${lengthOf(incident, now, texts)}`,
    exact: endedAt === undefined ? began : texts.fromTo(began, exactTime(endedAt, texts)),
  };
}

/** The root cause, as it was found. */
export function incidentHeadline({ root, evidence }: PastIncident, { findings }: Catalogue): string {
  return findings[root].headline(evidence.find(({ id }) => id === root)?.evidence ?? {});
}

/** One step of an incident's course. */
export interface CourseStep {
  readonly at: number;
  readonly text: string;
  /** When, as exactly as it is known; the day only where it is another than that of the step before. */
  readonly time: string;
  readonly exact: string;
  /** Of which kind it is, for its mark. */
  readonly kind: 'began' | 'confirmed' | 'told' | 'fixed' | 'ended';
}

/** What happened in an incident, in the order of time. */
export function courseSteps(incident: PastIncident, texts: Catalogue): readonly CourseStep[] {
  const { history, steps, units } = texts;
  const { startedAt, confirmedAt, endedAt, ending, told, provedBy } = incident;
  const after = (at: number): string => duration(secondsBetween(startedAt, at), units);
  const step = (kind: CourseStep['kind'], at: number, text: string): Omit<CourseStep, 'time'> => ({
    kind,
    at,
    text,
    exact: exactTime(at, texts),
  });
  const all = [
    step('began', startedAt, history.began),
    step('confirmed', confirmedAt, history.confirmed(after(confirmedAt))),
    ...(provedBy === undefined ? [] : [step('fixed', provedBy.at, history.fixedBy(steps[provedBy.step]))]),
    ...(ending === undefined || endedAt === undefined ? [] : [step('ended', endedAt, history.endings[ending])]),
    // What happens in the same moment is told after it happened.
    ...told.map(({ what, at }) => step('told', at, history.told[what])),
  ];
  const inOrder = all.toSorted((a, b) => a.at - b.at);
  return inOrder.map((each, i) => {
    const before = inOrder[i - 1];
    return { ...each, time: before === undefined ? each.exact : exactTimeAfter(before.at, each.at, texts) };
  });
}

function lengthOf({ startedAt, endedAt, ending }: PastIncident, now: number, { history, units }: Catalogue): string {
  if (endedAt !== undefined) return history.lasted(duration(secondsBetween(startedAt, endedAt), units));
  if (ending !== undefined) return history.endings[ending];
  return `${history.lasts}, ${duration(secondsBetween(startedAt, now), units)}`;
}
