import * as v from 'valibot';
import { fields, own } from '../health/fields.ts';
import { MAX_RECORDING_BYTES, type Recording } from './recording.ts';
import { recordingSchema } from './recording-schema.ts';

/** A recording, or why a text is none. `damaged`: it is one, but something in it is missing or wrong. */
export type ParsedRecording =
  | { readonly ok: true; readonly recording: Recording }
  | { readonly ok: false; readonly problem: RecordingProblem };

export type RecordingProblem = 'too-large' | 'not-json' | 'not-a-recording' | 'newer' | 'damaged';

/** Reads the text of a recording. Total and bounded: a recording comes from outside. */
export function parseRecording(text: string): ParsedRecording {
  if (text.length > MAX_RECORDING_BYTES) return { ok: false, problem: 'too-large' };
  const value = parse(text);
  if (value === undefined) return { ok: false, problem: 'not-json' };
  const object = fields(value) ?? {};
  if (own(object, 'kind') !== 'pilot-light-recording') return { ok: false, problem: 'not-a-recording' };
  const edition = own(object, 'edition');
  if (typeof edition === 'number' && edition > 1) return { ok: false, problem: 'newer' };
  const read = v.safeParse(recordingSchema, value, { abortEarly: true });
  return read.success ? { ok: true, recording: read.output } : { ok: false, problem: 'damaged' };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Whoever asked says so in its own words.
    return undefined;
  }
}
