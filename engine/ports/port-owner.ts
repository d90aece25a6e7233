import type { Platform } from '../../core/platform.ts';
import type { PortOwner } from '../../core/sight/local-sight.ts';
import { bindOrder, type LoopbackBind } from '../../core/sight/loopback-bind.ts';
import type { Clock } from '../clock.ts';
import { isLocalhost } from '../probe/loopback-lookup.ts';
import { linuxPortOwner, type ProcView } from './linux-port-owner.ts';
import { macPortOwner } from './mac-port-owner.ts';
import type { RunTool } from './run-tool.ts';
import { socketSearch } from './socket-search.ts';
import { windowsPortOwner } from './windows-port-owner.ts';

/** Which port of this computer is asked about. `signal` ends the search early. */
export interface PortQuestion {
  /** As in a URL: `localhost`, `127.0.0.1`, `[::1]`. */
  readonly host: string;
  readonly port: number;
  readonly platform: Platform;
  readonly signal?: AbortSignal;
}

/** What the search works with. Only `clock` and `run` are needed; the rest is as systems have it. */
export interface PortTools {
  readonly clock: Clock;
  /** Not used on Linux. */
  readonly run: RunTool;
  readonly view?: ProcView;
  /** Windows' own folder, `%SystemRoot%`. */
  readonly systemRoot?: string;
}

const PROC = '/proc';
const LIMIT_MS = 2_000;
const UNKNOWN: PortOwner = { kind: 'unknown' };

/**
 * Who listens on a port so that loopback reaches it. Whether the port is busy is not decided here: only a connection tells.
 * Never rejects; after 2 s, on `signal`, and for a host that is not this computer, it is `unknown`.
 */
export function portOwner(question: PortQuestion, tools: PortTools): Promise<PortOwner> {
  const { host, port, signal } = question;
  const order = bindOrder(isLocalhost(host) ? 'localhost' : host);
  const isPort = Number.isInteger(port) && port > 0 && port < 65_536;
  if (order === undefined || !isPort || signal?.aborted === true) return Promise.resolve(UNKNOWN);
  return new Promise((resolve) => {
    const end = new AbortController();
    const settle = (owner: PortOwner): void => {
      callOff();
      signal?.removeEventListener('abort', giveUp);
      end.abort();
      resolve(owner);
    };
    const giveUp = (): void => settle(UNKNOWN);
    const callOff = tools.clock.after(LIMIT_MS, giveUp);
    signal?.addEventListener('abort', giveUp);
    // A tool that fails in a way of its own tells as little as one that is silent.
    search(question, order, tools, end.signal).then(settle, giveUp);
  });
}

function search(
  { port, platform }: PortQuestion,
  order: readonly LoopbackBind[],
  { clock, run, view, systemRoot = String.raw`C:\Windows` }: PortTools,
  stop: AbortSignal,
): Promise<PortOwner> {
  // No further tool is started for an answer that nobody waits for.
  const runInTime: RunTool = async (program, args) => (stop.aborted ? undefined : run(program, args));
  switch (platform) {
    case 'linux':
      return linuxPortOwner(port, order, view ?? ownView(), stop);
    case 'mac':
      return macPortOwner(port, order, runInTime, clock);
    case 'windows':
      return windowsPortOwner(port, order, runInTime, systemRoot);
  }
}

/** What we ourselves see; all who look by it share one search. */
export function ownView(): ProcView {
  return { procFolder: PROC, userId: process.geteuid?.(), search: socketSearch(PROC) };
}
