import { linkTarget, namesIn } from './read-proc.ts';

const MAX_PROCESSES = 32_768;
// A server opens its listener early and descriptors are listed in their order, so it is among the first of thousands.
const MAX_DESCRIPTORS = 4_096;
const LINKS_AT_ONCE = 64;
// As many as there are targets to be watched; what is forgotten is searched for again.
const MAX_REMEMBERED = 1_024;

/**
 * Finds the process that has one of these sockets open; `undefined`: none that we may look into, or `stop` came first. Where
 * several share a socket, as workers do, it is the oldest of them: the lowest number, unless numbers have begun again.
 */
export type SocketSearch = (inodes: readonly string[], stop: AbortSignal) => Promise<number | undefined>;

interface Wanted {
  readonly links: ReadonlySet<string>;
  /** Who had them the last time, if anybody asked for just these. */
  readonly before: number | undefined;
  readonly stop: AbortSignal;
  readonly found: (pid: number | undefined) => void;
}

/**
 * One walk through the processes serves all who have asked by its start: with many proxies, a walk for each takes seconds. Who
 * was found before is looked at first, so that to ask again every minute costs next to nothing.
 */
export function socketSearch(procFolder: string): SocketSearch {
  const remembered = new Map<string, number>();
  let waiting: Wanted[] = [];
  let isWalking = false;
  const walkOn = async (): Promise<void> => {
    isWalking = true;
    while (waiting.length > 0) {
      const wanted = waiting;
      waiting = [];
      // oxlint-disable-next-line no-await-in-loop
      await walk(procFolder, wanted);
    }
    isWalking = false;
  };
  const remember = (key: string, pid: number | undefined): void => {
    remembered.delete(key);
    if (pid === undefined) return;
    const [oldest] = remembered.keys();
    if (remembered.size >= MAX_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    remembered.set(key, pid);
  };
  return (inodes, stop) =>
    new Promise((resolve) => {
      const key = inodes.join(' ');
      const found = (pid: number | undefined): void => {
        remember(key, pid);
        resolve(pid);
      };
      const links = new Set(inodes.map((inode) => `socket:[${inode}]`));
      waiting.push({ links, before: remembered.get(key), stop, found });
      if (!isWalking) void walkOn();
    });
}

async function walk(procFolder: string, wanted: readonly Wanted[]): Promise<void> {
  let open = wanted;
  for (const pid of new Set(wanted.map(({ before }) => before))) {
    // oxlint-disable-next-line no-await-in-loop
    if (pid !== undefined) open = await lookAgain(open, procFolder, pid);
  }
  if (open.length > 0) await walkThroughAll(procFolder, open);
}

/** Looks at one process for those who were told of it before; for the others it may not be the oldest. */
async function lookAgain(wanted: readonly Wanted[], procFolder: string, pid: number): Promise<readonly Wanted[]> {
  const others = wanted.filter(({ before }) => before !== pid);
  const again = wanted.filter(({ before }) => before === pid);
  return [...others, ...(await withoutHeld(again, procFolder, pid))];
}

// What a process holds is read as long as anybody waits for it: one process after the other, the oldest first.
async function walkThroughAll(procFolder: string, wanted: readonly Wanted[]): Promise<void> {
  let open = wanted;
  for (const pid of await processes(procFolder)) {
    if (open.every(({ stop }) => stop.aborted)) break;
    // oxlint-disable-next-line no-await-in-loop
    open = await withoutHeld(open, procFolder, pid);
  }
  for (const { found } of open) found(undefined);
}

async function processes(procFolder: string): Promise<readonly number[]> {
  const names = await namesIn(procFolder, MAX_PROCESSES);
  return names
    .filter((name) => /^[1-9]\d{0,9}$/.test(name))
    .map(Number)
    .toSorted((a, b) => a - b);
}

/** Tells those whose socket is among the descriptors; gives the others. */
async function withoutHeld(wanted: readonly Wanted[], procFolder: string, pid: number): Promise<readonly Wanted[]> {
  const folder = `${procFolder}/${pid}/fd`;
  let open = wanted;
  const descriptors = await namesIn(folder, MAX_DESCRIPTORS);
  for (let i = 0; i < descriptors.length && open.length > 0; i += LINKS_AT_ONCE) {
    const some = descriptors.slice(i, i + LINKS_AT_ONCE);
    // A few at a time, so that one process with thousands does not hold up all other file work.
    // oxlint-disable-next-line no-await-in-loop
    const held = new Set(await Promise.all(some.map((descriptor) => linkTarget(`${folder}/${descriptor}`))));
    open = open.filter(({ links, found }) => {
      if (![...links].some((link) => held.has(link))) return true;
      found(pid);
      return false;
    });
  }
  return open;
}
