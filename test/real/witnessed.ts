import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** What a witness wrote down of a program and all that it started. */
export interface Witnessed {
  /** Address and port of every socket that was aimed at something, with how often. */
  readonly aims: Readonly<Record<string, number>>;
  /** The programs that ran, each with its arguments. */
  readonly programs: readonly string[];
}

// A network namespace of one's own holds nothing but a loopback device: whatever is tried, nothing leaves.
const ALONE = process.getuid?.() === 0 ? ['unshare', '--net'] : ['unshare', '--map-root-user', '--net'];
const TRACE = ['strace', '-f', '-qq', '-s', '4096', '-e', 'trace=execve,connect,sendto,sendmsg,sendmmsg'];

/** Whether this computer lets us watch: Linux, `strace`, and a network namespace. */
export const CAN_WITNESS =
  process.platform === 'linux' && spawnSync(ALONE[0] ?? '', [...ALONE.slice(1), ...TRACE, 'true']).status === 0;

/** Writes a program that is another one, without a network and under the eyes of a witness. */
export function witnessed(path: string, program: string, log: string): string {
  const up = 'ip link set lo up 2>/dev/null; exec "$@"';
  const command = [...ALONE, 'sh', '-c', up, 'sh', ...TRACE, '-A', '-o', log, program].map(quoted).join(' ');
  writeFileSync(path, `#!/bin/sh\nexec ${command} "$@"\n`, { mode: 0o755 });
  return path;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

const AIM = /sin6?_port=htons\((\d+)\).*?(?:inet_addr\("|inet_pton\(AF_INET6, ")([^"]+)"/;
// What `env` and the like tried in vain is no program that ran.
const PROGRAM = /execve\("[^"]*", \[(.*?)\](?!.* = -1 )/;

/** Reads what the witness wrote. */
export function testimony(log: string): Witnessed {
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
  const aims: Record<string, number> = {};
  for (const [, port = '', address = ''] of lines.flatMap((line) => [AIM.exec(line) ?? []])) {
    if (port !== '') aims[`${address}:${port}`] = (aims[`${address}:${port}`] ?? 0) + 1;
  }
  const programs = lines.flatMap((line) => PROGRAM.exec(line)?.[1] ?? []);
  return { aims, programs };
}
