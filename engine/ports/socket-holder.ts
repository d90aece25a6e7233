import { linkTarget, namesIn } from './read-proc.ts';

const MAX_PROCESSES = 32_768;
// A server opens its listener early and descriptors are listed in their order, so it is among the first of thousands.
const MAX_DESCRIPTORS = 4_096;
const LINKS_AT_ONCE = 64;

/**
 * The process that has one of these sockets open; `undefined`: none that we may look into. Where several share a socket,
 * as workers do, it is the oldest of them: the lowest number, unless numbers have begun again.
 */
export async function socketHolder(
  inodes: readonly string[],
  procFolder: string,
  stop: AbortSignal,
): Promise<number | undefined> {
  const links = new Set(inodes.map((inode) => `socket:[${inode}]`));
  for (const pid of await processes(procFolder)) {
    if (stop.aborted) return undefined;
    // One process after the other: the first that holds it ends the search.
    // oxlint-disable-next-line no-await-in-loop
    if (await holdsOne(`${procFolder}/${pid}/fd`, links)) return pid;
  }
  return undefined;
}

async function processes(procFolder: string): Promise<readonly number[]> {
  const names = await namesIn(procFolder, MAX_PROCESSES);
  return names
    .filter((name) => /^[1-9]\d{0,9}$/.test(name))
    .map(Number)
    .toSorted((a, b) => a - b);
}

async function holdsOne(folder: string, links: ReadonlySet<string>): Promise<boolean> {
  const descriptors = await namesIn(folder, MAX_DESCRIPTORS);
  for (let i = 0; i < descriptors.length; i += LINKS_AT_ONCE) {
    const some = descriptors.slice(i, i + LINKS_AT_ONCE);
    // A few at a time, so that one process with thousands does not hold up all other file work.
    // oxlint-disable-next-line no-await-in-loop
    const targets = await Promise.all(some.map((descriptor) => linkTarget(`${folder}/${descriptor}`)));
    if (targets.some((target) => target !== undefined && links.has(target))) return true;
  }
  return false;
}
