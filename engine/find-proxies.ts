import { judge } from '../core/health/judge.ts';
import type { Report } from '../core/health/report.ts';
import { plain } from '../core/plain.ts';
import type { FoundProxy } from '../core/snapshot.ts';
import type { Clock } from './clock.ts';
import { look } from './look.ts';
import { holdConnection } from './probe/held-connection.ts';

/** A port that proxies use by default. `isShared`: so do many other programs. */
export interface KnownPort {
  readonly port: number;
  readonly isShared: boolean;
}

/** Sources: the defaults of the programs listed in docs/proxies.md, the most common first. */
const KNOWN_PORTS: readonly KnownPort[] = [
  { port: 8000, isShared: true },
  { port: 3456, isShared: false },
  { port: 4000, isShared: true },
  { port: 8080, isShared: true },
  { port: 8082, isShared: false },
  { port: 3000, isShared: true },
  { port: 5000, isShared: true },
  { port: 8317, isShared: false },
  { port: 3001, isShared: true },
  { port: 4141, isShared: false },
  { port: 15_721, isShared: false },
  { port: 42_069, isShared: false },
];

export interface FindOptions {
  readonly clock: Clock;
  readonly userAgent?: string;
  readonly ports?: readonly KnownPort[];
  /** Ends the search with what was found until then. */
  readonly signal?: AbortSignal;
}

const MAX_PORTS = 12;
const AT_ONCE = 4;
const ASK_LIMIT_MS = 1_000;
const LIMIT_MS = 2_000;
const MAX_NAME = 60;

/**
 * Asks the ports of this computer that proxies are known to use, on both its addresses, for the pages that cost nothing;
 * four ports at a time, within 2 s. Only when the user wishes. Never rejects.
 */
export async function findProxies(options: FindOptions): Promise<readonly FoundProxy[]> {
  const { clock, signal, ports = KNOWN_PORTS } = options;
  const ending = new AbortController();
  const end = (): void => ending.abort();
  const cancel = clock.after(LIMIT_MS, end);
  signal?.addEventListener('abort', end);
  if (signal?.aborted === true) end();
  const waiting = ports.slice(0, MAX_PORTS);
  const found = new Map<number, FoundProxy>();
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined && !ending.signal.aborted; next = waiting.shift()) {
      // The next port is asked when this one has answered.
      // oxlint-disable-next-line no-await-in-loop
      const proxy = await proxyAt(next, options, ending.signal);
      if (proxy !== undefined) found.set(next.port, proxy);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  cancel();
  signal?.removeEventListener('abort', end);
  return ports.flatMap(({ port }) => found.get(port) ?? []);
}

async function proxyAt(known: KnownPort, options: FindOptions, signal: AbortSignal): Promise<FoundProxy | undefined> {
  const { clock, userAgent } = options;
  const url = `http://localhost:${known.port}`;
  const connection = holdConnection({ url, clock, onLost: () => {}, ...(userAgent !== undefined && { userAgent }) });
  const close = (): void => connection.close();
  signal.addEventListener('abort', close);
  try {
    const { verdict } = await look({
      ask: (path) => connection.ask(path, ASK_LIMIT_MS),
      judged: (result) => judge(result, { sight: { port: known.port, now: clock.now() } }),
      remembered: undefined,
      hasPath: false,
    });
    const { report, stranger } = verdict;
    if (report === undefined || stranger !== undefined || !isProxy(report, known)) return undefined;
    return report.service === undefined ? { url } : { url, name: plain(report.service, MAX_NAME) };
  } finally {
    signal.removeEventListener('abort', close);
    close();
  }
}

// Anything says "ok". On a port that others use as well, a proxy has to say more, or its name.
function isProxy({ basic, service }: Report, { isShared }: KnownPort): boolean {
  return !isShared || !basic || service !== undefined;
}
