import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { processesIn } from './process.ts';

/** A socket of the Internet's protocols that a process has. */
interface Socket {
  readonly protocol: 'tcp' | 'tcp6' | 'udp' | 'udp6';
  readonly listens: boolean;
  /** 0 if it is connected to nobody. */
  readonly remotePort: number;
  /** As the kernel writes it, in hexadecimal: `0100007F` is 127.0.0.1. */
  readonly remoteAddress: string;
}

const PROTOCOLS = ['tcp', 'tcp6', 'udp', 'udp6'] as const;
// See net/tcp_states.h.
const LISTEN = '0A';

const LOOK_EVERY_MS = 50;

/** Looks, until the test ends, which different sockets the processes have whose command line mentions this folder. */
export function watchSockets(folder: string): { seen(): readonly Socket[] } {
  const seen = new Map<string, Socket>();
  const look = async (): Promise<void> => {
    for (const each of socketsOf((await processesIn(folder)).map(({ pid }) => pid)))
      seen.set(JSON.stringify(each), each);
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  onTestFinished(() => clearInterval(timer));
  return { seen: () => [...seen.values()] };
}

// Processes that end meanwhile have none.
function socketsOf(pids: readonly number[]): readonly Socket[] {
  return pids.flatMap((pid) => {
    const inodes = new Set(openFiles(pid).flatMap((file) => /^socket:\[(\d+)\]$/.exec(file)?.[1] ?? []));
    return PROTOCOLS.flatMap((protocol) => {
      const rows = read(`/proc/${pid}/net/${protocol}`).split('\n').slice(1);
      return rows
        .map((row) => row.trim().split(/\s+/))
        .flatMap((row) => (inodes.has(row[9] ?? '') ? [socket(protocol, row)] : []));
    });
  });
}

// sl, local, remote, state, and more: see proc_net_tcp.txt of the kernel.
function socket(protocol: Socket['protocol'], [, , remote = '', state]: readonly string[]): Socket {
  const [remoteAddress = '', port = ''] = remote.split(':');
  const listens = state === LISTEN && protocol.startsWith('tcp');
  return { protocol, listens, remoteAddress, remotePort: Number.parseInt(port, 16) };
}

function openFiles(pid: number): readonly string[] {
  const folder = `/proc/${pid}/fd`;
  return attempt(() => readdirSync(folder), []).map((name) => attempt(() => readlinkSync(`${folder}/${name}`), ''));
}

function read(path: string): string {
  return attempt(() => readFileSync(path, 'utf8'), '');
}

function attempt<Value>(work: () => Value, otherwise: Value): Value {
  try {
    return work();
  } catch {
    // It ended, or was closed, while we looked.
    return otherwise;
  }
}
