import * as v from 'valibot';
import { STEP_IDS } from '../advice/step.ts';
import { CONTRADICTION_IDS, FINDING_IDS, type Evidence } from '../health/finding.ts';
import { MAX_TIME } from '../moment.ts';
import { plain } from '../plain.ts';
import { MAX_NOTE, type PastIncident } from './past-incident.ts';

const MAX_PIECES = 20;

const text = v.pipe(
  v.string(),
  v.transform((raw) => plain(raw)),
);
const texts = v.pipe(v.array(text), v.maxLength(MAX_PIECES));
const amount = v.pipe(v.number(), v.finite());
const moment = v.pipe(v.number(), v.minValue(-MAX_TIME), v.maxValue(MAX_TIME));
const findingId = v.picklist(FINDING_IDS);

// All that `tidyFinding` keeps.
const EVIDENCE = {
  status: v.exactOptional(amount),
  code: v.exactOptional(text),
  path: v.exactOptional(text),
  port: v.exactOptional(amount),
  host: v.exactOptional(text),
  name: v.exactOptional(text),
  said: v.exactOptional(text),
  saidBy: v.exactOptional(v.literal('cli')),
  searchedPaths: v.exactOptional(texts),
  retryAfterSeconds: v.exactOptional(amount),
  contradiction: v.exactOptional(v.picklist(CONTRADICTION_IDS)),
  version: v.exactOptional(text),
  names: v.exactOptional(texts),
  ms: v.exactOptional(amount),
  at: v.exactOptional(moment),
  bytes: v.exactOptional(amount),
  count: v.exactOptional(amount),
  times: v.exactOptional(amount),
} satisfies Readonly<Record<Exclude<keyof Evidence, 'user' | 'pid'>, unknown>>;

const findingSchema = v.object({
  id: findingId,
  severity: v.picklist(['degraded', 'down', 'unknown', 'hint']),
  component: v.exactOptional(text),
  evidence: v.object(EVIDENCE),
});

const incidentSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[0-9a-z-]{1,24}$/)),
  root: findingId,
  component: v.exactOptional(text),
  evidence: v.pipe(v.array(findingSchema), v.maxLength(MAX_PIECES)),
  startedAt: moment,
  confirmedAt: moment,
  endedAt: v.exactOptional(moment),
  ending: v.exactOptional(v.picklist(['recovered', 'paused', 'unseen'])),
  told: v.pipe(
    v.array(v.object({ what: v.picklist(['failed', 'reminder', 'recovered']), at: moment })),
    v.maxLength(MAX_PIECES),
  ),
  provedBy: v.exactOptional(
    v.object({ finding: findingId, step: v.picklist(STEP_IDS), isPassive: v.boolean(), at: moment }),
  ),
  note: v.exactOptional(v.pipe(v.string(), v.transform(plainNote))),
});

/** The incident that a file tells of; nothing, if it is anything else. Never throws. */
export function readIncident(value: unknown): PastIncident | undefined {
  const result = v.safeParse(incidentSchema, value);
  return result.success ? result.output : undefined;
}

/** A note as it is kept: plain, and not too long. */
export function plainNote(raw: string): string {
  return plain(raw, MAX_NOTE);
}
