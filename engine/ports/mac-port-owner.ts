import { plain } from '../../core/plain.ts';
import type { PortOwner } from '../../core/sight/local-sight.ts';
import { reachedFirst, type LoopbackBind } from '../../core/sight/loopback-bind.ts';
import { lsofListeners, macNetstatListeners, psEntry, type ListedListener } from '../../core/sight/port-listing.ts';
import { MAX_PROCESS_NAME } from '../../core/sight/process-name.ts';
import type { Clock } from '../clock.ts';
import type { RunTool } from './run-tool.ts';

const LSOF = '/usr/sbin/lsof';
const NETSTAT = '/usr/sbin/netstat';
const PS = '/bin/ps';

/**
 * Who listens on a port, as the tools of macOS tell. lsof is silent about other users' processes just as about a free
 * port, so netstat has the last word on that.
 */
export async function macPortOwner(
  port: number,
  order: readonly LoopbackBind[],
  run: RunTool,
  clock: Clock,
): Promise<PortOwner> {
  const own = await run(LSOF, ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpctn']);
  const [seen] = reachedFirst(lsofListeners(own?.stdout ?? '', port), order);
  if (seen !== undefined) return ownerOf(seen, run, clock);
  const all = await run(NETSTAT, ['-anv', '-p', 'tcp']);
  const listed = all?.code === 0 ? macNetstatListeners(all.stdout, port) : undefined;
  if (listed === undefined) return { kind: 'unknown' };
  const [listener] = reachedFirst(listed, order);
  return listener === undefined ? { kind: 'free' } : ownerOf(listener, run, clock);
}

async function ownerOf(listener: ListedListener, run: RunTool, clock: Clock): Promise<PortOwner> {
  // "ucomm" is the program's name alone; "comm" may be rewritten by the program, arguments included.
  const shown = await run(PS, ['-p', String(listener.pid), '-o', 'etime=', '-o', 'ucomm=']);
  const entry = psEntry(shown?.stdout ?? '');
  const name = plain(entry?.name ?? listener.name ?? '', MAX_PROCESS_NAME);
  if (name === '') return { kind: 'unknown' };
  return {
    kind: 'known',
    pid: listener.pid,
    name,
    ...(entry !== undefined && { startedAt: clock.now() - entry.ageSeconds * 1_000 }),
  };
}
