import type { FactId, FactValues, Gathered, SkipReason } from '../../core/diagnosis/facts.ts';
import type { Clock } from '../clock.ts';

/** The facts that are known so far. */
export type Known = Partial<FactValues>;

/** How one fact is had. */
export interface Gatherer<Id extends FactId = FactId> {
  /** What must be known before; where one of these is missing, so is this. */
  readonly needs?: readonly FactId[];
  /** Milliseconds, by default 5 seconds. */
  readonly limitMs?: number;
  /** Should end soon once `signal` is aborted; nobody waits for it then. */
  readonly gather: (known: Known, signal: AbortSignal) => Promise<Gathered<FactValues[Id]>>;
}

export type Gatherers = { readonly [Id in FactId]: Gatherer<Id> };

/** How the gathering of a fact ended. `ms`: how long it took, without what it had to wait for. */
export type Ending =
  | { readonly kind: 'known'; readonly ms: number }
  | { readonly kind: 'missing'; readonly because: SkipReason; readonly ms: number }
  | { readonly kind: 'timed-out'; readonly ms: number }
  | { readonly kind: 'crashed'; readonly ms: number }
  | { readonly kind: 'cancelled'; readonly ms: number };

export interface Gathering {
  /** Gathers a fact and what it needs, each once. Never rejects. */
  ending(id: FactId): Promise<Ending>;
  readonly known: Known;
}

export interface GatheringOptions {
  readonly gatherers: Gatherers;
  readonly clock: Clock;
  /** Milliseconds for all of it together. */
  readonly limitMs: number;
  /** Aborting it cancels all that is under way. */
  readonly signal: AbortSignal;
  readonly onBegin: (id: FactId) => void;
  readonly onError: (error: unknown) => void;
}

const FACT_LIMIT_MS = 5_000;

/** Gathers facts on demand, in parallel along what they need, each within its own time and all within one. */
export function startGathering(options: GatheringOptions): Gathering {
  const { gatherers, clock, limitMs, signal, onBegin } = options;
  const known: Known = {};
  const endings = new Map<FactId, Promise<Ending>>();
  const endsAt = clock.monotonic() + limitMs;
  const underWay = new Set<() => void>();
  signal.addEventListener('abort', () => underWay.forEach((cancel) => cancel()), { once: true });

  const ending = (id: FactId): Promise<Ending> => {
    const begun = endings.get(id) ?? gather(id);
    endings.set(id, begun);
    return begun;
  };

  const gather = async (id: FactId): Promise<Ending> => {
    const gatherer: Gatherer = gatherers[id];
    const before = await Promise.all((gatherer.needs ?? []).map(ending));
    const obstacle = before.find(({ kind }) => kind !== 'known');
    if (obstacle !== undefined) return behind(obstacle);
    if (signal.aborted) return { kind: 'cancelled', ms: 0 };
    onBegin(id);
    const leftMs = Math.max(0, Math.min(gatherer.limitMs ?? FACT_LIMIT_MS, endsAt - clock.monotonic()));
    const keep = (value: FactValues[FactId]): void => void Object.assign(known, { [id]: value });
    const gatherIt = (stop: AbortSignal): Promise<Gathered<FactValues[FactId]>> => gatherer.gather(known, stop);
    return attempt({ gather: gatherIt, limitMs: leftMs, keep, underWay }, options);
  };

  return { ending, known };
}

// What waits for something that is not there has not been looked at; why, the first obstacle tells.
function behind(obstacle: Ending): Ending {
  if (obstacle.kind === 'cancelled') return { kind: 'cancelled', ms: 0 };
  return { kind: 'missing', because: obstacle.kind === 'missing' ? obstacle.because : 'earlier-check', ms: 0 };
}

interface Attempt<Value> {
  readonly gather: (signal: AbortSignal) => Promise<Gathered<Value>>;
  readonly limitMs: number;
  readonly keep: (value: Value) => void;
  /** Where its cancelling is to be found while it is under way. */
  readonly underWay: Set<() => void>;
}

function attempt<Value>(
  { gather, limitMs, keep, underWay }: Attempt<Value>,
  { clock, onError }: GatheringOptions,
): Promise<Ending> {
  const startedAt = clock.monotonic();
  const ended = new AbortController();
  return new Promise((resolve) => {
    const settle = (how: Outcome): void => {
      stopTimer();
      underWay.delete(cancel);
      ended.abort();
      resolve({ ...how, ms: Math.round(clock.monotonic() - startedAt) });
    };
    const cancel = (): void => settle({ kind: 'cancelled' });
    const stopTimer = clock.after(limitMs, () => settle({ kind: 'timed-out' }));
    underWay.add(cancel);
    const take = (gathered: Gathered<Value>): void => {
      // What comes late is not kept: its check has been told already.
      if (ended.signal.aborted) return;
      if (gathered.kind === 'known') keep(gathered.value);
      settle(gathered.kind === 'known' ? { kind: 'known' } : gathered);
    };
    const crash = (error: unknown): void => {
      if (ended.signal.aborted) return;
      onError(error);
      settle({ kind: 'crashed' });
    };
    gather(ended.signal).then(take, crash);
  });
}

type Outcome =
  | { readonly kind: 'known' | 'timed-out' | 'crashed' | 'cancelled' }
  | { readonly kind: 'missing'; readonly because: SkipReason };
