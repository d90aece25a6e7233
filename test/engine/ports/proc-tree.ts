import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder that looks like /proc. */
export interface ProcTree {
  readonly folder: string;
  write(path: string, text: string): void;
  /** A process that holds these sockets, in this order. */
  process(pid: number, inodes: readonly number[]): void;
  /** That process ends. */
  end(pid: number): void;
  remove(): void;
}

/** The line of /proc/net/tcp for a listener on 127.0.0.1. */
export function listenerRow(port: number, userId: number, inode: number): string {
  const hexPort = port.toString(16).toUpperCase().padStart(4, '0');
  return `   0: 0100007F:${hexPort} 00000000:0000 0A 00000000:00000000 00:00000000 00000000  ${userId}        0 ${inode} 1 0000000000000000 100 0 0 10 0\n`;
}

/** The line for a connection that has ended. */
export const ENDED_ROW =
  '   1: 0100007F:C350 0100007F:1F40 06 00000000:00000000 03:00001770 00000000     0        0 0 3 0000000000000000\n';

export function procTree(): ProcTree {
  const folder = mkdtempSync(join(tmpdir(), 'proc-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  return {
    folder,
    write,
    process: (pid, inodes) => {
      write(`${pid}/comm`, `program-${pid}\n`);
      mkdirSync(join(folder, String(pid), 'fd'));
      for (const [i, inode] of inodes.entries()) symlinkSync(`socket:[${inode}]`, join(folder, `${pid}/fd/${i}`));
    },
    end: (pid) => rmSync(join(folder, String(pid)), { recursive: true }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
