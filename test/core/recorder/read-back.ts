import { parseRecording } from '../../../core/recorder/parse-recording.ts';
import type { Recording } from '../../../core/recorder/recording.ts';

/** The recording in a text. Throws where there is none. */
export function readBack(text: string): Recording {
  const parsed = parseRecording(text);
  if (!parsed.ok) throw new Error(`Not read: ${parsed.problem}`);
  return parsed.recording;
}
