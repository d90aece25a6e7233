import { MOST_MOMENTS, type RecordedMoment } from '../history/recorded-moment.ts';
import { parseRecording } from './parse-recording.ts';
import { framesOf } from './scrub.ts';

/** The moments of a recording, in the order of time, for a face to go through; nothing where the text is no recording. */
export function recordedMoments(text: string): readonly RecordedMoment[] | undefined {
  const read = parseRecording(text);
  if (!read.ok) return undefined;
  const { recording } = read;
  return framesOf(recording)
    .slice(0, MOST_MOMENTS)
    .map(({ after, view: { light, confirmed, findings } }) => {
      const [root] = findings;
      const isWrong = root !== undefined && light !== 'healthy' && light !== 'paused';
      return { at: recording.beganAt + after, light, confirmed, ...(isWrong && { root }) };
    });
}
