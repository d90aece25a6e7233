import { parseRecording, type RecordingProblem } from '../../core/recorder/parse-recording.ts';
import { MAX_RECORDING_BYTES } from '../../core/recorder/recording.ts';
import { replayText } from '../../core/recorder/replay-lines.ts';
import { readFileNow } from '../files/read-file-now.ts';
import { errorCode } from '../processes/error-code.ts';
import { EXIT } from './exit-codes.ts';
import type { Given } from './given.ts';
import type { Session } from './session.ts';

const PROBLEMS: Readonly<Record<RecordingProblem, string>> = {
  'too-large': 'It is larger than any recording.',
  'not-json': 'It is no JSON.',
  'not-a-recording': 'It is no recording of Pilot Light.',
  newer: 'A later version of Pilot Light made it.',
  damaged: 'It is damaged.',
};

/** Runs `replay`. */
export function runReplay({ operands: [path = ''] }: Given, { terminal }: Session): number {
  let text: string;
  try {
    text = readFileNow(path, MAX_RECORDING_BYTES);
  } catch (error) {
    terminal.complain(`The file cannot be read: ${errorCode(error) ?? String(error)}`);
    return EXIT.noInput;
  }
  const parsed = parseRecording(text);
  if (!parsed.ok) {
    terminal.complain(PROBLEMS[parsed.problem]);
    return EXIT.badData;
  }
  const { lines, events, alerts, difference } = replayText(parsed.recording);
  for (const line of lines) terminal.print(line);
  const counts = `${events} events, ${alerts} alerts`;
  if (difference === undefined) {
    terminal.print(`${counts}: the same as recorded`);
    return 0;
  }
  const { number, recorded, replayed } = difference;
  terminal.print(`${counts}: not as recorded, first at event ${number}`);
  for (const line of recorded.split('\n')) terminal.print(`recorded: ${line}`);
  for (const line of replayed.split('\n')) terminal.print(`replayed: ${line}`);
  return EXIT.differs;
}
