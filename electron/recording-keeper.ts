import type { RecordedMoment } from '../core/history/recorded-moment.ts';
import type { RecordingKey } from '../engine/recorder/recording-files.ts';
import type { ReportTools } from './report-keeper.ts';

/** Hands on the recording of an incident. */
export interface RecordingKeeper {
  /** Asks the user where; false when there is none, the user thought better of it, or it could not be saved. */
  save(key: RecordingKey): Promise<boolean>;
  /** What was shown, moment by moment; nothing where there is none, or none that can be read. */
  read(key: RecordingKey): Promise<readonly RecordedMoment[] | undefined>;
}

export interface RecordingTools extends Pick<ReportTools, 'askWhere' | 'save'> {
  /** The file as it is kept: nothing private is in it. */
  readonly textOf: (key: RecordingKey) => string | undefined;
}

export function keepRecordings({ textOf, askWhere, save }: RecordingTools): RecordingKeeper {
  return {
    save: async (key) => {
      if (textOf(key) === undefined) return false;
      const path = await askWhere('pilot-light-recording.json');
      // As it is by then: an incident may go on while the user looks for a place.
      const text = textOf(key);
      return path !== undefined && text !== undefined && (await save(path, text)).ok;
    },
    read: async (key) => {
      const text = textOf(key);
      if (text === undefined) return undefined;
      // It brings the rules a second time, and is seldom wanted.
      const { recordedMoments } = await import('../core/recorder/recorded-moments.ts');
      return recordedMoments(text);
    },
  };
}
