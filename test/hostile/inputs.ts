import type { Inputs } from './hostile-input.ts';
import { BYTES } from './inputs-bytes.ts';
import { CONTENT } from './inputs-content.ts';
import { FRAMING } from './inputs-framing.ts';
import { TEXTS } from './inputs-texts.ts';
import { TIMING } from './inputs-timing.ts';
import { TRUTH } from './inputs-truth.ts';

/**
 * All inputs that a server can send, by number. Addresses that a user types (29, 30) are tested with `canonicalUrl`;
 * metrics (45) are not asked for yet.
 */
export const INPUTS: Inputs = { ...TRUTH, ...TIMING, ...FRAMING, ...BYTES, ...TEXTS, ...CONTENT };
