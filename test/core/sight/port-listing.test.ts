import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  lsofListeners,
  macNetstatListeners,
  psEntry,
  tasklistName,
  windowsNetstatListeners,
} from '../../../core/sight/port-listing.ts';
import { fixture } from '../../fixtures/read.ts';

describe('lsof', () => {
  it('tells every listener that loopback reaches, with its process', () => {
    expect(lsofListeners(fixture('ports/mac-lsof.txt'), 8000)).toEqual([
      { bind: '::', pid: 4711, name: 'node' },
      { bind: '127.0.0.1', pid: 4720, name: 'Python' },
      { bind: '::1', pid: 4720, name: 'Python' },
    ]);
  });

  it('unescapes what it does not print', () => {
    expect(lsofListeners('p12\ncHelper\\x20(GPU)\nf9\ntIPv4\nn*:8000\n', 8000)).toEqual([
      { bind: '0.0.0.0', pid: 12, name: 'Helper (GPU)' },
    ]);
  });

  it.each(['', 'p\ncnode\nn*:8000', 'p0\ncnode\nn*:8000', 'n*:8000', 'p12\nn*:80000'])('says nothing of %j', (text) => {
    expect(lsofListeners(text, 8000)).toEqual([]);
  });
});

describe("macOS' netstat", () => {
  it.each([
    ['mac-14-netstat', 8000, [{ bind: '::', pid: 4711 }]],
    ['mac-14-netstat', 80, [{ bind: '127.0.0.1', pid: 612 }]],
    ['mac-14-netstat', 9000, []],
    [
      'mac-15-netstat',
      8000,
      [
        { bind: '::1', pid: 4712 },
        { bind: '0.0.0.0', pid: 4711 },
      ],
    ],
    [
      'mac-26-netstat',
      8000,
      [
        { bind: '::', pid: 602, name: 'Proxy Anywhere D' },
        { bind: '127.0.0.1', pid: 72_514, name: 'language_server_' },
      ],
    ],
    ['mac-26-netstat', 22, [{ bind: '0.0.0.0', pid: 1, name: 'launchd' }]],
    ['mac-26-netstat', 52_011, []],
  ])('%s, port %i', (name, port, listeners) => {
    expect(macNetstatListeners(fixture(`ports/${name}.txt`), port)).toEqual(listeners);
  });

  it.each([
    '',
    'netstat: sysctl: Operation not permitted',
    'Proto Recv-Q Send-Q  Local Address  Foreign Address (state)',
  ])('is not understood where its columns are not: %j', (text) =>
    expect(macNetstatListeners(text, 8000)).toBeUndefined(),
  );
});

describe("Windows' netstat", () => {
  it.each([
    ['windows-netstat-de', 8000, [{ bind: '0.0.0.0', pid: 9312 }]],
    ['windows-netstat-de', 50_212, []],
    ['windows-netstat-de', 139, []],
    ['windows-netstat-v6-de', 8000, [{ bind: '::1', pid: 9400 }]],
    ['windows-netstat-v6-de', 80, [{ bind: '::', pid: 4 }]],
  ])('%s, port %i', (name, port, listeners) => {
    expect(windowsNetstatListeners(fixture(`ports/${name}.txt`), port)).toEqual(listeners);
  });

  it('takes a state of several words', () => {
    expect(windowsNetstatListeners('  TCP  0.0.0.0:8000  0.0.0.0:0  À ESCUTA  77\r\n', 8000)).toEqual([
      { bind: '0.0.0.0', pid: 77 },
    ]);
  });

  it('is not understood where it lists nothing', () => {
    expect(windowsNetstatListeners('\r\nAccess denied\r\n', 8000)).toBeUndefined();
  });
});

describe('tasklist and ps', () => {
  it('name a process by its number', () => {
    expect(tasklistName(fixture('ports/windows-tasklist.txt'), 9312)).toBe('python.exe');
    expect(tasklistName(fixture('ports/windows-tasklist.txt'), 931)).toBeUndefined();
    expect(tasklistName('INFO: No tasks are running which match the specified criteria.\r\n', 9312)).toBeUndefined();
  });

  it.each([
    ['   00:07 node\n', 7, 'node'],
    ['01:02:03 Code Helper\n', 3_723, 'Code Helper'],
    ['12-01:02:03 node', 12 * 86_400 + 3_723, 'node'],
  ])('read an age: %j', (text, ageSeconds, name) => expect(psEntry(text)).toEqual({ ageSeconds, name }));

  it.each(['', 'node', '1:2:3:4 node', '00:07', '00:07 '])('find no age in %j', (text) =>
    expect(psEntry(text)).toBeUndefined(),
  );
});

describe('whatever a tool prints', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom('p1', 'cx', 'n*:8000', '\n', 'TCP ', '0.0.0.0:0 ', '8')).map((parts) => parts.join('')),
  );

  it('a listener has a process and a bind', () => {
    fc.assert(
      fc.property(text, (printed) => {
        const listeners = [
          ...lsofListeners(printed, 8000),
          ...(macNetstatListeners(printed, 8000) ?? []),
          ...(windowsNetstatListeners(printed, 8000) ?? []),
        ];
        for (const { bind, pid } of listeners) {
          expect(['127.0.0.1', '0.0.0.0', '::1', '::']).toContain(bind);
          expect(pid).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('is bounded in lines and in their length', () => {
    expect(lsofListeners('p1\ncnode\ntIPv4\nn*:8000\n'.repeat(200_000), 8000)).toHaveLength(256);
    expect(windowsNetstatListeners(`TCP 0.0.0.0:8000 0.0.0.0:0 ${'1'.repeat(2_000_000)}`, 8000)).toBeUndefined();
  });
});
