import type { HealthPath } from '../core/health/discovery.ts';
import { judge } from '../core/health/judge.ts';
import type { ProbeResult } from '../core/health/probe-result.ts';
import type { Verdict } from '../core/health/verdict.ts';
import { deadlineFor, delayAfter } from '../core/monitor/schedule.ts';
import { freshWatch, step, type Change, type WatchEvent, type WatchState } from '../core/monitor/watch-state.ts';
import type { Clock } from './clock.ts';
import { look } from './look.ts';

/** The way to one target. At most one request is asked of it at a time. */
export interface Connection {
  /** One bounded request; never rejects. */
  ask(path: HealthPath, deadlineMs: number): Promise<ProbeResult>;
  close(): void;
}

export interface WatchOptions {
  /** The canonical address, see `canonicalUrl`. */
  readonly url: string;
  /** Milliseconds between probes while nothing is in doubt. */
  readonly intervalMs: number;
  readonly clock: Clock;
  /** Opens the way to the target; `onLost` tells that the server closed a connection that was held open. */
  readonly connect: (url: string, onLost: () => void) => Connection;
  /** Called after every event, with the confirmed changes that it brought. */
  readonly onStep: (state: WatchState, changes: readonly Change[]) => void;
  /** Told of what should never happen: an exception in our own code. The watch goes on. */
  readonly onError: (error: unknown) => void;
}

/** The watch over one target. */
export interface Watch {
  state(): WatchState;
  /** Probes at once, unless a probe is under way: that one is as fresh. */
  checkNow(): void;
  pause(): void;
  resume(): void;
  /** Ends timer and connection; `onStep` is not called afterwards. */
  stop(): void;
}

/** Starts watching one target; the first probe starts at once. */
export function startWatch({ url, intervalMs, clock, connect, onStep, onError }: WatchOptions): Watch {
  const { pathname, port, protocol } = new URL(url);
  const hasPath = pathname !== '/';
  let state = freshWatch(clock.now());
  let remembered: HealthPath | undefined;
  let asking = false;
  let stopped = false;
  let cancelTimer = (): void => {};

  const connection = connect(url, () => checkNow());
  const deadlineMs = deadlineFor(intervalMs);
  const ask = (path: HealthPath): Promise<ProbeResult> => connection.ask(path, deadlineMs);

  const judged = (result: ProbeResult): Verdict => {
    const { accepted, verdict, probedAt } = state;
    const before = verdict?.report && probedAt !== undefined && { report: verdict.report, at: probedAt };
    const sight = { now: clock.now(), port: portOf(port, protocol), ...(before && { before }) };
    return judge(result, { sight, ...(accepted && { accepted }) });
  };

  const apply = (event: WatchEvent): void => {
    const next = step(state, event);
    state = next.state;
    onStep(state, next.changes);
  };

  const probe = async (): Promise<void> => {
    asking = true;
    const { verdict, path } = await look({ ask, judged, remembered, hasPath }).finally(() => (asking = false));
    if (stopped || state.light === 'paused') return;
    // What comes back after a restart may be another version: it is asked anew.
    remembered = verdict.findings[0]?.id === 'proxy-not-running' ? undefined : (path ?? remembered);
    apply({ type: 'judged', verdict, at: clock.now() });
  };

  const round = (): void => {
    void probe()
      .catch(onError)
      .finally(() => {
        if (!stopped && state.light !== 'paused') schedule(delayAfter(state, intervalMs));
      });
  };

  const schedule = (ms: number): void => {
    cancelTimer();
    cancelTimer = clock.after(ms, round);
  };

  const checkNow = (): void => {
    if (!stopped && !asking && state.light !== 'paused') schedule(0);
  };

  checkNow();
  return {
    state: () => state,
    checkNow,
    pause: () => {
      cancelTimer();
      apply({ type: 'paused', at: clock.now() });
    },
    resume: () => {
      apply({ type: 'resumed', at: clock.now() });
      checkNow();
    },
    stop: () => {
      stopped = true;
      cancelTimer();
      connection.close();
    },
  };
}

function portOf(port: string, protocol: string): number {
  if (port !== '') return Number(port);
  return protocol === 'https:' ? 443 : 80;
}
