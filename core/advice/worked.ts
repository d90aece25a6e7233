import { FINDING_IDS, type FindingId } from '../health/finding.ts';
import { STEP_IDS, type StepId } from './step.ts';

/** For each finding the step that made it go away, the last time it was there. */
export type Worked = Readonly<Partial<Record<FindingId, StepId>>>;

/** What was remembered, from anything at all: unknown names are passed over. Never throws. */
export function readWorked(value: unknown): Worked {
  const object: Readonly<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {};
  const entries = FINDING_IDS.flatMap((finding) => {
    const step = STEP_IDS.find((id) => Object.hasOwn(object, finding) && id === object[finding]);
    return step === undefined ? [] : [[finding, step] as const];
  });
  return Object.fromEntries(entries);
}
