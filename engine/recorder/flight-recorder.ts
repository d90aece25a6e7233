import { hear, type Recorder, type Running } from '../../core/recorder/recorder.ts';
import { keptAnswer } from '../../core/recorder/redacted-answer.ts';
import { writeRecording, type Setting } from '../../core/recorder/write-recording.ts';
import type { TargetName } from '../../core/target-view.ts';
import type { Clock } from '../clock.ts';
import type { Happened } from '../happened.ts';
import { recordingFiles, type RecordingFiles, type RecordingKey } from './recording-files.ts';

export interface FlightRecorderOptions extends Pick<Setting, 'appVersion' | 'platform' | 'redact'> {
  readonly folder: string;
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
}

// What is told first is the trouble itself: a recording can wait for so long.
const WRITE_AFTER_MS = 2_000;
// With many targets, one cause may break all of them, and a few recordings tell of it.
const MAX_RUNNING = 16;
const MAX_TARGETS = 1_000;
// In characters: what the last minutes take, of one target and of all together.
const RING = { least: 16 * 1_024, most: 64 * 1_024, together: 1_536 * 1_024 } as const;

interface Followed {
  readonly url: string;
  readonly recorder: Recorder;
}

interface Recording extends RecordingKey {
  readonly url: string;
  readonly running: Running;
}

/** Keeps the last minute of every target, and all around an incident in a file that holds nothing private. */
export class FlightRecorder {
  readonly #options: FlightRecorderOptions;
  readonly #files: RecordingFiles;
  readonly #followed = new Map<string, Followed>();
  /** What is to be written, by the name of its recording: only its newest form. */
  readonly #unwritten = new Map<string, Recording>();
  #cancelWriting: (() => void) | undefined;
  #writing = Promise.resolve();

  /** Starts nothing yet. */
  constructor(options: FlightRecorderOptions) {
    this.#options = options;
    this.#files = recordingFiles(options.folder);
  }

  /** One event of a target. Never throws. */
  hear(target: Pick<TargetName, 'id' | 'url'>, happened: Happened): void {
    try {
      this.#hear(target, happened);
    } catch (error) {
      this.#options.onError(error);
    }
  }

  /** The file of a recording as it is now, whether it is still under way or kept; nothing where there is none. */
  textOf(key: RecordingKey): string | undefined {
    const followed = this.#followed.get(key.targetId);
    const running = followed?.recorder.running;
    if (followed !== undefined && running?.opened.startedAt === key.startedAt) {
      return this.#write({ ...key, url: followed.url, running });
    }
    const unwritten = this.#unwritten.get(nameOf(key));
    return unwritten === undefined ? this.#files.read(key) : this.#write(unwritten);
  }

  /** Writes at once what is under way, as the app ends. */
  stop(): void {
    this.#cancelWriting?.();
    for (const [id, { url, recorder }] of this.#followed) {
      if (recorder.running !== undefined)
        this.#note({ ...keyOf(id, recorder.running), url, running: recorder.running });
    }
    for (const recording of this.#unwritten.values()) this.#writeNow(recording);
    this.#unwritten.clear();
    this.#followed.clear();
  }

  #hear({ id, url }: Pick<TargetName, 'id' | 'url'>, happened: Happened): void {
    const before = this.#followed.get(id)?.recorder;
    const { clock } = this.#options;
    const answer = happened.result && keptAnswer(happened.result);
    const heard = { ...happened, t: clock.monotonic(), ...(answer !== undefined && { answer }) };
    const { recorder, worthKeeping } = hear(before, heard, {
      ring: Math.min(RING.most, Math.max(RING.least, Math.floor(RING.together / Math.max(1, this.#followed.size)))),
      mayBegin: before?.running !== undefined || this.#countRunning() < MAX_RUNNING,
    });
    this.#follow(id, { url, recorder });
    for (const running of worthKeeping) this.#keep({ ...keyOf(id, running), url, running });
  }

  // Who was not heard of for longest stands first, and is forgotten first.
  #follow(id: string, followed: Followed): void {
    this.#followed.delete(id);
    this.#followed.set(id, followed);
    const [oldest] = this.#followed.keys();
    if (this.#followed.size > MAX_TARGETS && oldest !== undefined) this.#followed.delete(oldest);
  }

  #countRunning(): number {
    return [...this.#followed.values()].filter(({ recorder }) => recorder.running !== undefined).length;
  }

  #note(recording: Recording): void {
    this.#unwritten.set(nameOf(recording), recording);
  }

  #keep(recording: Recording): void {
    this.#note(recording);
    this.#cancelWriting ??= this.#options.clock.after(WRITE_AFTER_MS, () => {
      this.#cancelWriting = undefined;
      this.#writing = this.#writing.then(() => this.#writeAll()).catch(this.#options.onError);
    });
  }

  async #writeAll(): Promise<void> {
    for (const [name, recording] of this.#unwritten) {
      // One after the other: two for one path would meet.
      // oxlint-disable-next-line no-await-in-loop
      const written = await this.#files.write(recording, this.#write(recording));
      if (!written.ok) this.#options.onError(new Error(`A recording could not be kept: ${written.code}`));
      // Meanwhile there may be more to write of it.
      if (this.#unwritten.get(name) === recording) this.#unwritten.delete(name);
    }
  }

  #writeNow(recording: Recording): void {
    try {
      this.#files.writeNow(recording, this.#write(recording));
    } catch (error) {
      this.#options.onError(error);
    }
  }

  #write({ url, running }: Pick<Recording, 'url' | 'running'>): string {
    const { appVersion, platform, redact } = this.#options;
    return writeRecording(running, { url, appVersion, platform, redact });
  }
}

function keyOf(targetId: string, { opened }: Running): RecordingKey {
  return { targetId, startedAt: opened.startedAt };
}

function nameOf({ targetId, startedAt }: RecordingKey): string {
  return `${targetId} ${startedAt}`;
}
