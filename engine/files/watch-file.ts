import { watch, type FSWatcher } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Clock } from '../clock.ts';

export interface WatchFileOptions {
  readonly path: string;
  readonly clock: Clock;
  /** Called soon after something may have happened to the file; at most once in 100 ms. */
  readonly onMaybeChanged: () => void;
  /** The file is not watched, or not any more. */
  readonly onError: (error: unknown) => void;
}

// Editors touch a file several times to save it once.
const DEBOUNCE_MS = 100;

/**
 * Watches the folder of a file rather than the file: editors that save write a new one and rename it. Ends with the returned
 * stop. Never throws: a system that has no more watches to give is told through `onError`.
 */
export function watchFile({ path, clock, onMaybeChanged, onError }: WatchFileOptions): () => void {
  const name = basename(path);
  let cancel: (() => void) | undefined;
  let watcher: FSWatcher | undefined;
  const stop = (): void => {
    cancel?.();
    watcher?.close();
  };
  const later = (): void => {
    cancel ??= clock.after(DEBOUNCE_MS, () => {
      cancel = undefined;
      onMaybeChanged();
    });
  };
  try {
    watcher = watch(dirname(path), { persistent: false }, (_event, changed) => {
      if (changed === null || changed === name) later();
    });
    watcher.on('error', (error) => {
      stop();
      onError(error);
    });
  } catch (error) {
    onError(error);
  }
  return stop;
}
