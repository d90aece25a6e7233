import type { AnswerFact, Gathered } from '../core/diagnosis/facts.ts';
import type { Alert } from '../core/monitor/alerts.ts';
import { USUAL_THRESHOLDS } from '../core/monitor/thresholds.ts';
import { freshWatch, type WatchState } from '../core/monitor/watch-state.ts';
import type { Settings } from '../core/settings.ts';
import type { TargetName } from '../core/target-view.ts';
import type { Traffic } from '../core/metrics/traffic.ts';
import { createScraper, type Scraper } from './scraper.ts';
import type { OnEvent } from './happened.ts';
import { nextProbe, type NextProbe } from './next-probe.ts';
import { Watch } from './watch.ts';
import type { WatchOptions } from './watch-options.ts';
import { rulesOf, type WatchRules } from './watch-rules.ts';

/** The watches over all targets, by the ids of the targets. A watch lives as long as its target is among them. */
export interface Watches {
  get(targetId: string): Watch | undefined;
  /** The state of a target; of one that is not watched, nothing is known. */
  state(targetId: string): WatchState;
  all(): Iterable<Watch>;
  /** Asks those again at once about whom this computer shows by now what their last verdict would have told otherwise. */
  reconsider(): void;
  /** Somebody looks on, or no longer does; where a fix is verified it is looked at closely in any case. */
  attend(watched: boolean, isVerified: (targetId: string) => boolean): void;
  /** What the metrics of a target tell, where it has any. */
  traffic(targetId: string): Traffic | undefined;
  /** Probes a target at once and tells what came of it; a paused one is not asked. */
  ask(targetId: string): Promise<Gathered<AnswerFact>>;
  /** From now on these are watched. What is new starts, and what is gone ends; tells the ids of those. */
  follow(targets: readonly TargetName[], settings: Settings): readonly string[];
  /** Ends all watches; nothing is called afterwards. */
  stop(): void;
}

export interface WatchesOptions extends Pick<WatchOptions, 'clock' | 'connect' | 'onError'> {
  readonly local: (url: string) => ReturnType<WatchOptions['local']>;
  readonly onEvent?: OnEvent;
  /** Called when the metrics of a target have told something new. */
  readonly onTraffic: (targetId: string) => void;
  /** Called after every event of a target. */
  readonly onStep: (targetId: string, state: WatchState, alerts: readonly Alert[]) => void;
}

// So many are looked at every second while somebody looks on: with more it would cost more than it tells.
const MOST_CLOSE = 20;

interface Entry {
  readonly watch: Watch;
  readonly probes: NextProbe;
  readonly scraper: Scraper;
}

/** Watches nothing yet; the first probe of a target that is followed starts at once. */
export function createWatches({ onEvent, onTraffic, onStep, local, clock, connect, onError }: WatchesOptions): Watches {
  const entries = new Map<string, Entry>();
  const unwatched = freshWatch(clock.now());
  let rules: WatchRules = { thresholds: USUAL_THRESHOLDS, metrics: true };

  const start = ({ id, url }: TargetName): void => {
    const probes = nextProbe();
    const isWanted = (): boolean => rules.metrics;
    const scraper = createScraper({ url, clock, isWanted, onRead: () => onTraffic(id), onError });
    let last: WatchState['verdict'];
    const watch = new Watch({
      url,
      rules,
      clock,
      connect,
      onError,
      scraper,
      local: () => local(url),
      onEvent: (happened) => onEvent?.({ id, url }, happened),
      onStep: (state, alerts) => {
        onStep(id, state, alerts);
        if (state.verdict !== last) probes.ended();
        last = state.verdict;
      },
    });
    entries.set(id, { watch, probes, scraper });
  };

  return {
    state: (targetId) => entries.get(targetId)?.watch.state() ?? unwatched,
    get: (targetId) => entries.get(targetId)?.watch,
    traffic: (targetId) => entries.get(targetId)?.scraper.traffic(),
    all: () => [...entries.values()].map(({ watch }) => watch),
    reconsider: () => {
      for (const { watch } of entries.values()) if (watch.hasNews()) watch.checkNow();
    },
    attend: (watched, isVerified) => {
      const isClose = watched && entries.size <= MOST_CLOSE;
      for (const [id, { watch }] of entries) watch.attend(isClose || isVerified(id));
    },
    ask: async (targetId) => {
      const entry = entries.get(targetId);
      return entry === undefined ? { kind: 'missing', because: 'no-answer' } : askNow(entry, rules);
    },
    follow: (targets, settings) => {
      rules = rulesOf(settings);
      const wanted = new Set(targets.map(({ id }) => id));
      const gone = [...entries].filter(([id]) => !wanted.has(id));
      for (const [id, { watch }] of gone) {
        watch.stop();
        entries.delete(id);
      }
      for (const { watch } of entries.values()) watch.follow(rules);
      for (const target of targets) if (!entries.has(target.id)) start(target);
      return gone.map(([id]) => id);
    },
    stop: () => {
      for (const { watch } of entries.values()) watch.stop();
    },
  };
}

async function askNow({ watch, probes }: Entry, { thresholds }: WatchRules): Promise<Gathered<AnswerFact>> {
  if (watch.state().light === 'paused') return { kind: 'missing', because: 'paused' };
  const ended = probes.wait();
  watch.checkNow();
  await ended;
  const { verdict, probedAt, flapping, incident, lastIncident } = watch.state();
  if (verdict === undefined || probedAt === undefined) return { kind: 'missing', because: 'no-answer' };
  const incidents = incident?.number ?? lastIncident?.number ?? 0;
  const { slowAfterMs } = thresholds;
  const seen = { verdict, at: probedAt, isFlapping: flapping.active, incidents };
  return { kind: 'known', value: { ...seen, ...(slowAfterMs !== undefined && { slowAfterMs }) } };
}
