import type { AnswerFact, Gathered } from '../core/diagnosis/facts.ts';
import type { Alert } from '../core/monitor/alerts.ts';
import type { WatchState } from '../core/monitor/watch-state.ts';
import type { Settings } from '../core/settings.ts';
import type { TargetName } from '../core/target-view.ts';
import { nextProbe, type NextProbe } from './next-probe.ts';
import { Watch, type WatchOptions } from './watch.ts';

/** The watches over all targets, by the ids of the targets. */
export interface Watches {
  get(targetId: string): Watch | undefined;
  all(): Iterable<Watch>;
  /** Probes a target at once and tells what came of it; a paused one is not asked. */
  ask(targetId: string): Promise<Gathered<AnswerFact>>;
}

export interface WatchesOptions extends Pick<WatchOptions, 'clock' | 'connect' | 'onError'> {
  readonly settings: Settings;
  readonly targets: readonly TargetName[];
  readonly local: (target: TargetName) => ReturnType<WatchOptions['local']>;
  /** Called after every event of a target. `index`: its place among the targets. */
  readonly onStep: (target: TargetName, index: number, state: WatchState, alerts: readonly Alert[]) => void;
}

interface Entry {
  readonly watch: Watch;
  readonly probes: NextProbe;
}

/** Starts watching; the first probe of every target starts at once. */
export function startWatches({ settings, targets, onStep, local, clock, connect, onError }: WatchesOptions): Watches {
  const fixedMs = settings.interval === 'auto' ? undefined : settings.interval * 1_000;
  const entries = new Map<string, Entry>();

  for (const [index, target] of targets.entries()) {
    const probes = nextProbe();
    let last: WatchState['verdict'];
    const watch = new Watch({
      url: target.url,
      clock,
      connect,
      onError,
      local: () => local(target),
      onStep: (state, alerts) => {
        onStep(target, index, state, alerts);
        if (state.verdict !== last) probes.ended();
        last = state.verdict;
      },
      ...(fixedMs !== undefined && { fixedMs }),
    });
    entries.set(target.id, { watch, probes });
  }

  return {
    get: (targetId) => entries.get(targetId)?.watch,
    all: () => [...entries.values()].map(({ watch }) => watch),
    ask: async (targetId) => {
      const entry = entries.get(targetId);
      return entry === undefined ? { kind: 'missing', because: 'no-answer' } : askNow(entry);
    },
  };
}

async function askNow({ watch, probes }: Entry): Promise<Gathered<AnswerFact>> {
  if (watch.state().light === 'paused') return { kind: 'missing', because: 'paused' };
  const ended = probes.wait();
  watch.checkNow();
  await ended;
  const { verdict, probedAt, flapping, incident, lastIncident } = watch.state();
  if (verdict === undefined || probedAt === undefined) return { kind: 'missing', because: 'no-answer' };
  const incidents = incident?.number ?? lastIncident?.number ?? 0;
  return { kind: 'known', value: { verdict, at: probedAt, isFlapping: flapping.active, incidents } };
}
