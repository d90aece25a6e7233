import type { ProbeResult } from '../core/health/probe-result.ts';
import type { WatchState } from '../core/monitor/watch-state.ts';
import { anew, asked, isDue, NEVER_ASKED, type Asking } from '../core/metrics/asking.ts';
import { follow, type Course } from '../core/metrics/course.ts';
import { readMeters, type Meters } from '../core/metrics/meters.ts';
import { METRICS_PATHS } from '../core/metrics/metrics-path.ts';
import { trafficOf, type Traffic } from '../core/metrics/traffic.ts';
import type { Clock } from './clock.ts';
import type { Connection } from './connection.ts';

/** The moment after a probe, at which the one connection is idle. */
export interface Idle {
  readonly state: WatchState;
  /** Whether somebody looks on. */
  readonly watched: boolean;
  /** Whether the address is itself the health page. */
  readonly isPage: boolean;
  /** Milliseconds until the next probe. */
  readonly untilNextMs: number;
  readonly connection: Pick<Connection, 'ask'>;
  /** Asks for health at once: something seems to be wrong. */
  readonly doubt: () => void;
}

/** Asks one target for its metrics, between the probes of its health and over the same connection. */
export interface Scraper {
  /** A probe has ended: asks for metrics if that is due, and is done before the next probe. Told after every probe. */
  idle(moment: Idle): void;
  /** What the newest pages tell; nothing where there are none. */
  traffic(): Traffic | undefined;
}

const LONGEST_MS = 2_000;
const SHORTEST_MS = 200;
/** A health page that takes longer is expensive; then nothing is asked more often than it must be. */
const CHEAP_MS = 250;
/** What is older is no news. */
const STALE_MS = 5 * 60_000;

export interface ScraperOptions {
  readonly url: string;
  readonly clock: Clock;
  /** Whether the user wants metrics to be asked for. */
  readonly isWanted: () => boolean;
  /** Called when a page has told something new. */
  readonly onRead: () => void;
  readonly onError: (error: unknown) => void;
}

/** Has asked for nothing yet. */
export function createScraper({ url, clock, isWanted, onRead, onError }: ScraperOptions): Scraper {
  const ownPath = new URL(url).pathname;
  let asking: Asking = NEVER_ASKED;
  let isUnderWay = false;
  let course: Course | undefined;
  let traffic: Traffic | undefined;

  async function scrape({ connection, doubt, isPage, untilNextMs }: Idle): Promise<void> {
    const path = isPage ? METRICS_PATHS.beside : METRICS_PATHS.below;
    const deadlineMs = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, untilNextMs / 2));
    const result = await connection.ask(path, deadlineMs, 'metrics');
    if (result.kind === 'failure' && result.failure === 'cancelled') return;
    const meters = metersOf(result, ownPath);
    asking = asked(asking, clock.monotonic(), result.ms, meters !== undefined);
    if (meters !== undefined) read(meters);
    // No verdict on the proxy, but a reason to ask for one.
    if (result.kind === 'failure' && result.failure !== 'too-large') doubt();
  }

  function read(meters: Meters): void {
    course = follow(course, { at: clock.monotonic(), meters });
    traffic = trafficOf(course, clock.now());
    onRead();
  }

  return {
    idle: (moment) => {
      if (moment.state.findings[0]?.id === 'proxy-not-running') asking = anew(asking);
      if (isUnderWay || !isWanted() || !mayAsk(moment) || !isDue(asking, clock.monotonic(), isClose(moment))) return;
      isUnderWay = true;
      void scrape(moment)
        .catch(onError)
        .finally(() => (isUnderWay = false));
    },
    traffic: () => {
      const age = clock.monotonic() - (course?.last.at ?? -Infinity);
      return isWanted() && age <= STALE_MS ? traffic : undefined;
    },
  };
}

// Only who is surely a proxy is asked, and not one that just asked for patience.
function mayAsk({ state }: Idle): boolean {
  const { verdict, confirmed, light } = state;
  return confirmed && light !== 'paused' && verdict?.report !== undefined && !verdict.inconclusive;
}

function isClose({ state, watched }: Idle): boolean {
  return watched && (state.verdict?.ms ?? Infinity) <= CHEAP_MS;
}

// Pages without metrics (JSON, HTML), locked and missing ones are no trouble: there is simply nothing to tell.
function metersOf(result: ProbeResult, ownPath: string): Meters | undefined {
  const isPage = result.kind === 'answer' && result.status >= 200 && result.status < 300;
  return isPage ? readMeters(result.body, ownPath) : undefined;
}
