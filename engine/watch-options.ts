import type { Alert } from '../core/monitor/alerts.ts';
import type { WatchState } from '../core/monitor/watch-state.ts';
import type { LocalSight } from '../core/sight/local-sight.ts';
import type { Clock } from './clock.ts';
import type { Connection } from './connection.ts';
import type { Scraper } from './scraper.ts';
import type { Happened } from './happened.ts';
import type { WatchRules } from './watch-rules.ts';

/** What the watch over one target needs. */
export interface WatchOptions {
  /** The canonical address, see `canonicalUrl`. */
  readonly url: string;
  readonly rules: WatchRules;
  readonly clock: Clock;
  /** Opens the way to the target; `onLost` tells that the server closed a connection that was held open. */
  readonly connect: (url: string, onLost: () => void) => Connection;
  /** What this computer sees itself, once it has looked. */
  readonly local: () => LocalSight | undefined;
  /** Asks for metrics between the probes; absent: nobody does. */
  readonly scraper?: Scraper;
  /** Called after every event, before `onStep`. */
  readonly onEvent?: (happened: Happened) => void;
  /** Called after every event, with what is worth telling. */
  readonly onStep: (state: WatchState, alerts: readonly Alert[]) => void;
  /** Told of what should never happen: an exception in our own code, or a probe without an end. The watch goes on. */
  readonly onError: (error: unknown) => void;
}
