import type { Clock } from '../engine/clock.ts';
import { findProxies } from '../engine/find-proxies.ts';
import type { Monitor } from '../engine/monitor.ts';

/** Looks for proxies on this computer when somebody wishes it, and at no other time. */
export interface ProxySearch {
  /** Notes what was found in the snapshot; who asks while a search is under way waits for that one. */
  find(): Promise<void>;
  stop(): void;
}

export interface ProxySearchOptions {
  readonly monitor: Pick<Monitor, 'note'>;
  readonly clock: Clock;
  readonly userAgent: string;
}

export function proxySearch({ monitor, clock, userAgent }: ProxySearchOptions): ProxySearch {
  const stopping = new AbortController();
  let underWay: Promise<void> | undefined;
  const search = async (): Promise<void> => {
    const found = await findProxies({ clock, userAgent, signal: stopping.signal });
    if (!stopping.signal.aborted) monitor.note({ found });
  };
  return {
    find: () => {
      underWay ??= search().finally(() => (underWay = undefined));
      return underWay;
    },
    stop: () => stopping.abort(),
  };
}
