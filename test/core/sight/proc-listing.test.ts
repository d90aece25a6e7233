import { describe, expect, it } from 'vitest';
import { listenersInTcpTable, startTime } from '../../../core/sight/proc-listing.ts';

const row = (local: string, remote: string, state: string, userId: number, inode: number): string =>
  `   0: ${local} ${remote} ${state} 00000000:00000000 00:00000000 00000000 ${String(userId).padStart(5)}        0 ${inode} 1 0000000058f3f8fe 100 0 0 10 0\n`;

const V4_ANY = '00000000:0000';
const V6_ANY = `${'0'.repeat(32)}:0000`;
const HEADER = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';

describe('the table of sockets', () => {
  it.each([
    ['0100007F:1F40', V4_ANY, '127.0.0.1'],
    ['00000000:1F40', V4_ANY, '0.0.0.0'],
    [`${'0'.repeat(32)}:1F40`, V6_ANY, '::'],
    ['00000000000000000000000001000000:1F40', V6_ANY, '::1'],
    ['0000000000000000FFFF00000100007F:1F40', V6_ANY, '127.0.0.1'],
  ])('%s listens', (local, remote, bind) => {
    const table = HEADER + row(local, remote, '0A', 1000, 4242);
    expect(listenersInTcpTable(table, 8000)).toEqual([{ bind, userId: 1000, inode: '4242' }]);
  });

  it.each([
    ['another port', row('0100007F:1F41', V4_ANY, '0A', 0, 1)],
    ['a connection', row('0100007F:1F40', '0100007F:C350', '01', 0, 1)],
    ['the other end of one', row('0100007F:C350', '0100007F:1F40', '01', 0, 1)],
    ['an address of the network', row('1401A8C0:1F40', V4_ANY, '0A', 0, 1)],
    ['another loopback address', row('0200007F:1F40', V4_ANY, '0A', 0, 1)],
    ['a line that is cut', row('0100007F:1F40', V4_ANY, '0A', 0, 1).slice(0, 90)],
  ])('%s does not', (_name, line) => expect(listenersInTcpTable(HEADER + line, 8000)).toEqual([]));

  it('finds one among many, and keeps 256', () => {
    const crowd = row('0100007F:C350', '0100007F:1F40', '06', 0, 0).repeat(50_000);
    expect(listenersInTcpTable(crowd + row('0100007F:0050', V4_ANY, '0A', 7, 9), 80)).toHaveLength(1);
    expect(listenersInTcpTable(row('0100007F:0050', V4_ANY, '0A', 7, 9).repeat(1_000), 80)).toHaveLength(256);
  });
});

describe('the start of a process', () => {
  const stat = (comm: string, ticks: string): string => `77 (${comm}) S ${'1 '.repeat(18)}${ticks} 5 6\n`;
  const SYSTEM = 'cpu  1 2 3\nintr 4 5 6\nctxt 7\nbtime 1763800000\nprocesses 8\n';

  it.each(['node', 'a) S 1 (b', ''])('is counted from the boot, whatever its name: %j', (comm) => {
    expect(startTime(stat(comm, '12345'), SYSTEM)).toBe(1_763_800_123_450);
  });

  it.each([
    ['', SYSTEM],
    [stat('node', 'x'), SYSTEM],
    [stat('node', '12345'), 'cpu 1 2 3\n'],
  ])('is not known from %j and %j', (processStat, systemStat) => {
    expect(startTime(processStat, systemStat)).toBeUndefined();
  });
});
