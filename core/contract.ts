import * as v from 'valibot';
import { STEP_IDS } from './advice/step.ts';
import { CHECK_IDS } from './diagnosis/check.ts';
import { FINDING_IDS } from './health/finding.ts';
import { SPANS, type LookBack } from './history/look-back.ts';
import { MAX_NOTE } from './history/past-incident.ts';
import type { RecordedMoment } from './history/recorded-moment.ts';
import { SNOOZES } from './monitor/snooze.ts';
import { isSetting, SETTING_KEYS } from './settings.ts';
import type { Snapshot } from './snapshot.ts';

export const REPORT_FORMATS = ['markdown', 'json'] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

const MAX_ID = 100;
const targetId = v.pipe(v.string(), v.maxLength(MAX_ID));

/** An incident, or what was recorded around it, by the epoch milliseconds at which it began. */
const incidentKey = { target: targetId, startedAt: v.pipe(v.number(), v.safeInteger()) };

const actionSchema = v.variant('type', [
  v.strictObject({ type: v.literal('check-now') }),
  v.strictObject({ type: v.literal('pause'), target: targetId }),
  v.strictObject({ type: v.literal('resume'), target: targetId }),
  v.strictObject({
    type: v.literal('use-step'),
    target: targetId,
    finding: v.picklist(FINDING_IDS),
    step: v.picklist(STEP_IDS),
    /** `copy`: put its command on the clipboard. `run`: do what it is there for. */
    way: v.picklist(['copy', 'run']),
  }),
  v.strictObject({ type: v.literal('diagnose'), target: targetId, only: v.optional(v.picklist(CHECK_IDS)) }),
  v.strictObject({ type: v.literal('stop-diagnosis') }),
  v.strictObject({ type: v.literal('write-report'), format: v.picklist(REPORT_FORMATS) }),
  v.strictObject({ type: v.literal('copy-report') }),
  v.strictObject({ type: v.literal('save-report') }),
  v.strictObject({ type: v.literal('copy-incident'), ...incidentKey }),
  v.strictObject({ type: v.literal('save-recording'), ...incidentKey }),
  v.strictObject({ type: v.literal('read-recording'), ...incidentKey }),
  v.strictObject({ type: v.literal('snooze'), until: v.picklist(SNOOZES) }),
  v.strictObject({ type: v.literal('end-snooze') }),
  v.pipe(
    v.strictObject({ type: v.literal('change-setting'), key: v.picklist(SETTING_KEYS), value: v.unknown() }),
    v.check(({ key, value }) => isSetting(key, value)),
  ),
  v.strictObject({ type: v.literal('reset-settings') }),
  v.strictObject({ type: v.literal('export-settings') }),
  v.strictObject({ type: v.literal('import-settings') }),
  v.strictObject({ type: v.literal('find-proxies') }),
  v.strictObject({ type: v.literal('measure') }),
  v.strictObject({ type: v.literal('look-back'), target: targetId, span: v.picklist(SPANS) }),
  /** Keeps what the user writes about an incident; an empty note takes it away. */
  v.strictObject({
    type: v.literal('note-incident'),
    target: targetId,
    incident: v.pipe(v.string(), v.maxLength(MAX_ID)),
    note: v.pipe(v.string(), v.maxLength(MAX_NOTE)),
  }),
  v.strictObject({ type: v.literal('hide') }),
  v.strictObject({ type: v.literal('quit') }),
]);

/** All that a face may ask of the main process. */
export type Action = v.InferOutput<typeof actionSchema>;

/** The action, if the value is exactly one of them; nothing otherwise. Never throws. */
export function parseAction(value: unknown): Action | undefined {
  const result = v.safeParse(actionSchema, value);
  return result.success ? result.output : undefined;
}

/** What this program itself costs, all its processes together. Measured only when it is asked for. */
export interface OwnUsage {
  readonly processes: number;
  /** What is shared between them is counted once, where the system tells. */
  readonly memoryBytes: number;
  /** CPU time since the start, milliseconds. */
  readonly cpuMs: number;
  /** Milliseconds since the start. */
  readonly uptimeMs: number;
  /** Requests to proxies since the start. */
  readonly requests: number;
}

/** What became of an action. */
export interface Outcome {
  readonly done: boolean;
  /** The text that was written, exactly as it would be copied or saved. */
  readonly report?: string;
  readonly usage?: OwnUsage;
  /** What is known of the span that was asked for. */
  readonly lookBack?: LookBack;
  /** What was shown around an incident, moment by moment. */
  readonly moments?: readonly RecordedMoment[];
}

/** What the preload script gives to the popup, and all that it gives. */
export interface PopupApi {
  ask(): Promise<Snapshot>;
  act(action: Action): Promise<Outcome>;
  /** Calls `listener` with every new snapshot until the returned stop is called. */
  onSnapshot(listener: (snapshot: Snapshot) => void): () => void;
}
