import type { Clock } from '../../engine/clock.ts';
import type { Environment } from '../../engine/processes/child-environment.ts';
import { busAddress } from './bus-address.ts';
import type { BusConnection } from './bus-connection.ts';
import type { BusMethod, BusReply, BusSignal, SignalListener } from './bus-messages.ts';

/** The session bus of a Linux desktop. No bus, a lost one and one that hangs are answers like others: nothing rejects. */
export interface DesktopBus {
  /** Calls a method and waits for its answer, one second if not told otherwise. Never keeps the main loop waiting. */
  call(method: BusMethod, limitMs?: number): Promise<BusReply>;
  /** Hears signals from now on, where there is a bus. Ends with the returned stop. */
  onSignal(signal: BusSignal, listener: SignalListener): () => void;
  /** Our own unique name on the bus, such as `:1.42`; undefined without a bus. */
  ownName(): Promise<string | undefined>;
  stop(): void;
}

export interface SessionBusOptions {
  /** Tells where the bus listens. */
  readonly env: Environment;
  readonly clock: Clock;
  /** Milliseconds for which nothing is connected yet: what speaks to a bus takes a while to load. Absent: none. */
  readonly afterMs?: number;
  /** Told when the script that speaks to a bus cannot be had; then there is no bus. */
  readonly onError?: (what: string, error: unknown) => void;
}

const CALL_LIMIT_MS = 1_000;

/** The session bus, connected to when it is first needed, and once: a session does not outlive its bus. */
export function openSessionBus(options: SessionBusOptions): DesktopBus {
  const stopping = new AbortController();
  let connecting: Promise<BusConnection | undefined> | undefined;
  const connection = (): Promise<BusConnection | undefined> => {
    connecting ??= connect(options, stopping.signal);
    return connecting;
  };
  return {
    call: async (method, limitMs = CALL_LIMIT_MS) =>
      (await connection())?.call(method, limitMs) ?? { ok: false, problem: 'no-bus' },
    onSignal: (signal, listener) => {
      const hearing = connection().then((bus) => bus?.onSignal(signal, listener));
      return () => void hearing.then((stop) => stop?.());
    },
    ownName: async () => (await connection())?.name,
    stop: () => {
      stopping.abort();
      void connecting?.then((bus) => bus?.close());
      connecting = Promise.resolve(undefined);
    },
  };
}

async function connect(options: SessionBusOptions, stopping: AbortSignal): Promise<BusConnection | undefined> {
  const { env, clock, afterMs = 0, onError } = options;
  const address = busAddress(env);
  if (address === undefined) return undefined;
  if (afterMs > 0) await pause(afterMs, clock, stopping);
  if (stopping.aborted) return undefined;
  try {
    // What speaks to a bus is the largest part of the main process, and nothing at the start waits for it.
    const { connectToBus } = await import('./bus-connection.ts');
    return await connectToBus(address, clock);
  } catch (error) {
    onError?.('The desktop bus cannot be spoken to', error);
    return undefined;
  }
}

function pause(ms: number, clock: Clock, ending: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(ms, resolve);
    ending.addEventListener('abort', () => {
      cancel();
      resolve();
    });
  });
}
