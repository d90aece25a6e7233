/** Does what is asked for under a name. Absent: the caller left before it had ended. */
export type InTurn<Result> = (
  name: string,
  work: (signal: AbortSignal) => Promise<Result>,
  signal?: AbortSignal,
) => Promise<Result | undefined>;

interface Turn<Result> {
  readonly ended: Promise<Result>;
  readonly stopping: AbortController;
  waiting: number;
}

/**
 * A queue for one kind of work: one at a time, in the order of asking. Who asks for what is waiting or under way joins
 * it. Work is aborted once all who wait for it have left; the last to leave waits for its end.
 */
export function oneAtATime<Result>(): InTurn<Result> {
  const turns = new Map<string, Turn<Result>>();
  let last: Promise<unknown> = Promise.resolve();

  const begin = (name: string, work: (signal: AbortSignal) => Promise<Result>): Turn<Result> => {
    const stopping = new AbortController();
    const ended = last.then(() => work(stopping.signal));
    const turn = { ended, stopping, waiting: 0 };
    turns.set(name, turn);
    last = ended.then(
      () => forget(name, turn),
      () => forget(name, turn),
    );
    return turn;
  };

  const forget = (name: string, turn: Turn<Result>): void => {
    if (turns.get(name) === turn) turns.delete(name);
  };

  return (name, work, signal) => {
    if (signal?.aborted === true) return Promise.resolve(undefined);
    const turn = turns.get(name) ?? begin(name, work);
    return waitFor(turn, () => forget(name, turn), signal);
  };
}

function waitFor<Result>(
  turn: Turn<Result>,
  forget: () => void,
  signal: AbortSignal | undefined,
): Promise<Result | undefined> {
  turn.waiting += 1;
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      turn.waiting -= 1;
      if (turn.waiting > 0) return resolve(undefined);
      // Who comes now begins anew, rather than joining what is being given up.
      forget();
      turn.stopping.abort();
      const left = (): void => resolve(undefined);
      turn.ended.then(left, left);
    };
    signal?.addEventListener('abort', leave, { once: true });
    const stay = (): void => signal?.removeEventListener('abort', leave);
    turn.ended.finally(stay).then(resolve, reject);
  });
}
