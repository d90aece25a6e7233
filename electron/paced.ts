import type { Clock } from '../engine/clock.ts';

/** Hands on what it is told, though not more often than somebody can take it in. */
export interface Paced<T> {
  tell(value: T): void;
  stop(): void;
}

/** Hands on the first at once, and of those that come within `pauseMs` after it only the newest, when the pause is over. */
export function paced<T>(pauseMs: number, clock: Clock, handOn: (value: T) => void): Paced<T> {
  let newest: { readonly value: T } | undefined;
  let endPause: (() => void) | undefined;
  const pass = (value: T): void => {
    newest = undefined;
    endPause = clock.after(pauseMs, () => {
      endPause = undefined;
      if (newest !== undefined) pass(newest.value);
    });
    handOn(value);
  };
  return {
    tell: (value) => {
      if (endPause === undefined) pass(value);
      else newest = { value };
    },
    stop: () => endPause?.(),
  };
}
