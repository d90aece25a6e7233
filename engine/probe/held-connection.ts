import { Agent } from 'node:http';
import type { Socket } from 'node:net';
import type { ProbeResult } from '../../core/health/probe-result.ts';
import type { Clock } from '../clock.ts';
import { exchange, type Exchange } from './exchange.ts';
import { isExpected, keepAliveOf, keepsNothing, learn, UNKNOWN_HABIT } from './idle-habit.ts';
import { watchIdleSocket } from './idle-socket.ts';
import type { PageKind } from './pages.ts';
import { secureHttp } from './secure-http.ts';

export interface HoldOptions {
  /** A target's address in its canonical form. */
  readonly url: string;
  readonly clock: Clock;
  readonly userAgent?: string;
  /** The server ended the idle connection, and it is not its habit: it may be gone. A hint to ask at once, no verdict. */
  readonly onLost: () => void;
}

/**
 * `held`: an idle connection stands, and its end will be told. `none`: not at this moment. `denied`: this server does not
 * keep connections, so that only polling tells whether it lives.
 */
export type Holding = 'held' | 'none' | 'denied';

/** The one connection to a target. Requests are made one after the other; there is never a second socket. */
export interface HeldConnection {
  /** One bounded request; the deadline counts from its turn. Never rejects; `cancelled` after `close`. */
  ask(path: string, deadlineMs: number, page?: PageKind): Promise<ProbeResult>;
  holding(): Holding;
  /** Milliseconds for which the server keeps an idle connection, if that is known. */
  keepAliveMs(): number | undefined;
  /** Ends what is under way and the connection; `onLost` is not called any more. */
  close(): void;
}

/** Opens nothing yet: the first `ask` does. */
export function holdConnection({ url, clock, userAgent, onLost }: HoldOptions): HeldConnection {
  const agent = new (url.startsWith('https:') ? secureHttp().Agent : Agent)({ keepAlive: true, maxSockets: 1 });
  const closing = new AbortController();
  let habit = UNKNOWN_HABIT;
  let held: Socket | undefined;
  let idleSince = 0;
  let closedAfterMs: number | undefined;
  let stopWatching = (): void => {};
  let turn: Promise<unknown> = Promise.resolve();

  const send = (path: string, deadlineMs: number, page: PageKind): Promise<Exchange> =>
    exchange({ url, path, page, deadlineMs, agent, signal: closing.signal, ...(userAgent && { userAgent }) }, clock);

  async function askNow(path: string, deadlineMs: number, page: PageKind): Promise<ProbeResult> {
    stopWatching();
    const startedAt = clock.monotonic();
    let made = await send(path, deadlineMs, page);
    if (provesNothing(made)) {
      closedAfterMs ??= startedAt - idleSince;
      made.socket?.destroy();
      made = await send(path, deadlineMs - (clock.monotonic() - startedAt), page);
    }
    habit = learn(habit, made.result, made.reused, closedAfterMs);
    closedAfterMs = undefined;
    hold(made);
    return made.result;
  }

  function hold({ result, socket }: Exchange): void {
    const isOpen = socket !== undefined && !socket.destroyed && !closing.signal.aborted;
    held = isOpen && result.kind === 'answer' && !habit.announces ? socket : undefined;
    if (held === undefined) return;
    idleSince = clock.monotonic();
    stopWatching = watchIdleSocket(held, () => {
      closedAfterMs = clock.monotonic() - idleSince;
      if (!isExpected(habit, closedAfterMs)) onLost();
    });
  }

  return {
    ask: (path, deadlineMs, page = 'health') => {
      const mine = turn.then(() => askNow(path, deadlineMs, page));
      turn = mine;
      return mine;
    },
    holding: () => {
      if (keepsNothing(habit)) return 'denied';
      return held === undefined || held.destroyed ? 'none' : 'held';
    },
    keepAliveMs: () => keepAliveOf(habit),
    close: () => {
      stopWatching();
      closing.abort();
      agent.destroy();
    },
  };
}

// Servers close idle connections just as we write: a failure there, or a farewell, is asked again on a fresh one.
function provesNothing({ reused, silent, result }: Exchange): boolean {
  if (!reused) return false;
  return result.kind === 'answer' ? result.status === 408 : result.failure === 'reset' && silent;
}
