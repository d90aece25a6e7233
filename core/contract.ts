import * as v from 'valibot';
import { COMMAND_IDS } from './advice/commands.ts';
import { LINK_IDS } from './advice/links.ts';
import type { Snapshot } from './snapshot.ts';

/** The three channels between main process and popup; there are no others. */
export const CHANNELS = {
  /** Main to popup: each new snapshot, as it comes. */
  snapshot: 'pilot-light:snapshot',
  /** Popup asks, main answers with the newest snapshot. */
  ask: 'pilot-light:ask',
  /** Popup to main: one action. */
  act: 'pilot-light:act',
} as const;

const MAX_ID = 100;
const targetId = v.pipe(v.string(), v.maxLength(MAX_ID));

const actionSchema = v.variant('type', [
  v.strictObject({ type: v.literal('check-now') }),
  v.strictObject({ type: v.literal('pause'), target: targetId }),
  v.strictObject({ type: v.literal('resume'), target: targetId }),
  v.strictObject({ type: v.literal('accept'), target: targetId }),
  v.strictObject({ type: v.literal('copy'), command: v.picklist(COMMAND_IDS) }),
  v.strictObject({ type: v.literal('open'), link: v.picklist(LINK_IDS) }),
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

/** What the preload script gives to the popup, and all that it gives. */
export interface PopupApi {
  ask(): Promise<Snapshot>;
  /** Resolves to false when the action was refused. */
  act(action: Action): Promise<boolean>;
  /** Calls `listener` with every new snapshot until the returned stop is called. */
  onSnapshot(listener: (snapshot: Snapshot) => void): () => void;
}
