import { win32 } from 'node:path';
import { plain } from '../../core/plain.ts';
import type { PortOwner } from '../../core/sight/local-sight.ts';
import { reachedFirst, type LoopbackBind } from '../../core/sight/loopback-bind.ts';
import { tasklistName, windowsNetstatListeners } from '../../core/sight/port-listing.ts';
import { MAX_PROCESS_NAME } from '../../core/sight/process-name.ts';
import type { RunTool } from './run-tool.ts';

/** Who listens on a port, as the tools of Windows tell; they see every user's processes, but not since when they run. */
export async function windowsPortOwner(
  port: number,
  order: readonly LoopbackBind[],
  run: RunTool,
  systemRoot: string,
): Promise<PortOwner> {
  const tool = (name: string): string => win32.join(systemRoot, 'System32', name);
  const v4 = await run(tool('netstat.exe'), ['-ano', '-p', 'TCP']);
  const v6 = await run(tool('netstat.exe'), ['-ano', '-p', 'TCPv6']);
  if (v4?.code !== 0 || v6?.code !== 0) return { kind: 'unknown' };
  const listed = windowsNetstatListeners(`${v4.stdout}\n${v6.stdout}`, port);
  if (listed === undefined) return { kind: 'unknown' };
  const [listener] = reachedFirst(listed, order);
  if (listener === undefined) return { kind: 'free' };
  const { pid } = listener;
  const tasks = await run(tool('tasklist.exe'), ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']);
  const name = plain(tasklistName(tasks?.stdout ?? '', pid) ?? '', MAX_PROCESS_NAME);
  return name === '' ? { kind: 'unknown' } : { kind: 'known', pid, name };
}
