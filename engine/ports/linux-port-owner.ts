import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { PortOwner } from '../../core/sight/local-sight.ts';
import { reachedFirst, type LoopbackBind } from '../../core/sight/loopback-bind.ts';
import { listenersInTcpTable, startTime, type SocketListener } from '../../core/sight/proc-listing.ts';
import { processName } from '../../core/sight/process-name.ts';
import { linkTarget, readStart } from './read-proc.ts';
import { socketSearch, type SocketSearch } from './socket-search.ts';
import { userName } from './user-name.ts';

/** Whose view it is: the folder where the kernel shows its processes, and the user who looks. */
export interface ProcView {
  readonly procFolder: string;
  readonly userId: number | undefined;
  /** The search that all who look share; absent: one of its own. */
  readonly search?: SocketSearch;
}

// About 55,000 connections; the kernel lists the listeners before all others.
const MAX_TABLE_BYTES = 8 * 1_024 * 1_024;
// The line with the boot time comes after one number for every interrupt of the computer.
const MAX_SYSTEM_STAT_BYTES = 512 * 1_024;
const MAX_PROCESS_FILE_BYTES = 4 * 1_024;

/** Who listens on a port, as Linux shows it in /proc; no tool is started. */
export async function linuxPortOwner(
  port: number,
  order: readonly LoopbackBind[],
  view: ProcView,
  stop: AbortSignal,
): Promise<PortOwner> {
  const tables = await Promise.all([readTable('tcp', port, view), readTable('tcp6', port, view)]);
  const reached = reachedFirst(
    tables.flatMap((table) => table?.listeners ?? []),
    order,
  );
  if (reached.length === 0) return { kind: tables.every((table) => table?.isWhole === true) ? 'free' : 'unknown' };
  const inodes = reached.map(({ inode }) => inode);
  const search = view.search ?? socketSearch(view.procFolder);
  const pid = await search(inodes, stop);
  return pid === undefined ? unseenOwner(reached, view) : ownerOf(pid, view);
}

interface Table {
  readonly listeners: readonly SocketListener[];
  readonly isWhole: boolean;
}

async function readTable(name: 'tcp' | 'tcp6', port: number, view: ProcView): Promise<Table | undefined> {
  const file = await readStart(`${view.procFolder}/net/${name}`, MAX_TABLE_BYTES);
  if (file.ok) return { listeners: listenersInTcpTable(file.text, port), isWhole: !file.isCut };
  // Where IPv6 is switched off there is no such table.
  return name === 'tcp6' && file.problem === 'absent' ? { listeners: [], isWhole: true } : undefined;
}

// A socket of our own whose process is not to be seen belongs to another container, or to the kernel.
function unseenOwner(reached: readonly SocketListener[], view: ProcView): PortOwner {
  const foreign = reached.find(({ userId }) => userId !== view.userId);
  return foreign === undefined ? { kind: 'unknown' } : { kind: 'other-user', userId: foreign.userId };
}

async function ownerOf(pid: number, view: ProcView): Promise<PortOwner> {
  const folder = `${view.procFolder}/${pid}`;
  const [comm, program, args, processStat, systemStat] = await Promise.all([
    textOf(`${folder}/comm`),
    linkTarget(`${folder}/exe`),
    textOf(`${folder}/cmdline`),
    textOf(`${folder}/stat`),
    textOf(`${view.procFolder}/stat`, MAX_SYSTEM_STAT_BYTES),
  ]);
  const user = await userOf(folder);
  const name = processName({
    comm: comm.trim(),
    program: basename(program ?? '').replace(/ \(deleted\)$/, ''),
    // What follows the last end is a cut argument, or nothing.
    args: args.split('\0').slice(0, -1),
  });
  if (name === '') return { kind: 'unknown' };
  const startedAt = startTime(processStat, systemStat);
  return {
    kind: 'known',
    pid,
    name,
    ...(startedAt !== undefined && { startedAt }),
    ...(user !== undefined && { user }),
  };
}

async function userOf(folder: string): Promise<string | undefined> {
  try {
    return await userName((await stat(folder)).uid);
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}

// What cannot be read of a process leaves its place empty: it may end at any moment.
async function textOf(path: string, maxBytes = MAX_PROCESS_FILE_BYTES): Promise<string> {
  const file = await readStart(path, maxBytes);
  return file.ok ? file.text : '';
}
