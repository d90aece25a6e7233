import { redactor } from '../core/report/redact.ts';
import { rememberErrors } from './error-memory.ts';
import { logTo, writeToStderr } from './log.ts';
import { privateWords } from '../engine/private-words.ts';

/** Takes what is private on this computer out of a text. */
export const redact = redactor(privateWords());

/** The last errors of this run. */
export const errors = rememberErrors();

/** The log of this run. */
export const log = logTo((line) => {
  errors.keep(line);
  writeToStderr(line);
}, redact);
