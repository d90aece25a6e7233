import type { LoopbackBind } from './loopback-bind.ts';

/** A listening socket of Linux: its inode leads to the process, its user is known even where the process is not. */
export interface SocketListener {
  readonly bind: LoopbackBind;
  readonly userId: number;
  readonly inode: string;
}

// Linux prints addresses as words of 32 bits in the order of the machine; Electron runs on little-endian ones only.
const BIND_OF_HEX: ReadonlyMap<string, LoopbackBind> = new Map([
  ['0100007F', '127.0.0.1'],
  ['00000000', '0.0.0.0'],
  ['00000000000000000000000001000000', '::1'],
  ['00000000000000000000000000000000', '::'],
  ['0000000000000000FFFF00000100007F', '127.0.0.1'],
  ['0000000000000000FFFF000000000000', '0.0.0.0'],
]);

const MAX_LISTENERS = 256;
const LISTEN = '0A';
// USER_HZ is 100 on every architecture that Electron runs on.
const TICKS_PER_SECOND = 100;
// Counted from the state, the first field after the command's name: starttime is field 22 of proc_pid_stat(5).
const START_TIME = 22 - 3;

/** The listeners on a port that loopback reaches, from the text of /proc/net/tcp or tcp6 (proc_net(5)). */
export function listenersInTcpTable(text: string, port: number): readonly SocketListener[] {
  const hexPort = port.toString(16).toUpperCase().padStart(4, '0');
  const row = new RegExp(
    String.raw`^ *\d+: ([\dA-F]{8,32}):${hexPort} [\dA-F]+:0000 ${LISTEN} \S+ \S+ \S+ +(\d+) +\d+ +(\d+) `,
    'gm',
  );
  const listeners: SocketListener[] = [];
  for (const [, address = '', userId, inode = ''] of text.matchAll(row)) {
    const bind = BIND_OF_HEX.get(address);
    if (bind !== undefined) listeners.push({ bind, userId: Number(userId), inode });
    if (listeners.length === MAX_LISTENERS) break;
  }
  return listeners;
}

/** When a process started, in epoch milliseconds, from the texts of /proc/PID/stat and /proc/stat. */
export function startTime(processStat: string, systemStat: string): number | undefined {
  // The command's name may itself hold spaces and brackets.
  const fields = processStat.slice(processStat.lastIndexOf(')') + 2).split(' ');
  const ticks = fields[START_TIME];
  const bootSeconds = /^btime (\d{1,12})$/m.exec(systemStat)?.[1];
  if (ticks === undefined || !/^\d{1,15}$/.test(ticks) || bootSeconds === undefined) return undefined;
  return Math.round((Number(bootSeconds) + Number(ticks) / TICKS_PER_SECOND) * 1_000);
}
