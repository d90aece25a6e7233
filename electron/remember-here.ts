import { app } from 'electron';
import { join } from 'node:path';
import type { Redact } from '../core/report/redact.ts';
import type { Clock } from '../engine/clock.ts';
import { currentPlatform } from '../engine/current-platform.ts';
import type { OnEvent } from '../engine/happened.ts';
import { keepHistory, type History } from '../engine/history/keep-history.ts';
import { historiesIn } from '../engine/history/target-folder.ts';
import type { Monitor } from '../engine/monitor.ts';
import { FlightRecorder } from '../engine/recorder/flight-recorder.ts';
import type { Log } from './log.ts';

/** What is remembered of the targets beyond this moment. */
export interface Remembered {
  readonly history: History;
  readonly recorder: FlightRecorder;
  readonly onEvent: OnEvent;
  /** Writes what is waiting. */
  readonly stop: () => void;
}

export interface RememberHereOptions {
  /** Where histories and recordings are kept. */
  readonly folder: string;
  /** There, by the time that something has happened. */
  readonly monitor: () => Pick<Monitor, 'snapshot' | 'note'>;
  readonly clock: Clock;
  readonly redact: Redact;
  readonly log: Log;
}

export function rememberHere({ folder, monitor, clock, redact, log }: RememberHereOptions): Remembered {
  const history = keepHistory({
    root: historiesIn(folder),
    clock,
    redact,
    watched: () =>
      monitor()
        .snapshot()
        .targets.map(({ url }) => url),
    onLoaded: () => monitor().note({}),
    onTrouble: (historyTrouble) => monitor().note({ historyTrouble }),
    onError: log,
  });
  const recorder = new FlightRecorder({
    folder: join(folder, 'recordings'),
    clock,
    appVersion: app.getVersion(),
    platform: currentPlatform(),
    redact,
    onError: (error) => log('Recording failed', error),
  });
  return {
    history,
    recorder,
    onEvent: (target, happened) => {
      history.onEvent(target, happened);
      recorder.hear(target, happened);
    },
    stop: () => {
      history.stop();
      recorder.stop();
    },
  };
}
