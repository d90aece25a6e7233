import type { Clock } from '../clock.ts';
import { setAside } from '../files/set-aside.ts';
import { errorCode } from '../processes/error-code.ts';
import { NotOurs } from './log-file.ts';

export interface TroubleListener {
  /** Why nothing can be kept, by the code of the operating system; nothing, once it can again. Told when it changes. */
  readonly onTrouble: (code: string | undefined) => void;
  /** Told what went wrong, at most once a minute. */
  readonly onError: (what: string, error?: unknown) => void;
}

export type Went<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };

/** Bears what goes wrong with the files, so that nothing else does. */
export interface Troubles {
  readonly attempt: <T>(run: () => T) => Went<T>;
  /** Moves what is none of ours out of the way, so that it is neither read nor lost. */
  readonly notOurs: (path: string) => void;
  /** All is well again. */
  readonly over: () => void;
}

const MINUTE_MS = 60_000;

export function createTroubles(clock: Clock, { onTrouble, onError }: TroubleListener): Troubles {
  let told: string | undefined;
  let saidAt = Number.NEGATIVE_INFINITY;
  const moving = new Set<string>();

  const say = (what: string, error?: unknown): void => {
    if (clock.monotonic() - saidAt < MINUTE_MS) return;
    saidAt = clock.monotonic();
    onError(what, error);
  };
  const tell = (code: string | undefined): void => {
    if (code === told) return;
    told = code;
    onTrouble(code);
  };
  const notOurs = (path: string): void => {
    if (!moving.has(path)) void move(path);
  };
  const move = async (path: string): Promise<void> => {
    moving.add(path);
    const moved = await setAside(path);
    moving.delete(path);
    if (!moved.ok) tell(moved.code);
    say(`Of the history, ${path} cannot be read and ${moved.ok ? 'was set aside' : 'cannot be set aside'}`);
  };
  return {
    attempt: (run) => {
      try {
        return { ok: true, value: run() };
      } catch (error) {
        if (error instanceof NotOurs) notOurs(error.path);
        else {
          tell(errorCode(error) ?? 'unknown');
          say('The history cannot be kept', error);
        }
        return { ok: false };
      }
    },
    notOurs,
    over: () => tell(undefined),
  };
}
