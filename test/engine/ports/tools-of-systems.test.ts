import { spawnSync } from 'node:child_process';
import { basename, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PortOwner } from '../../../core/sight/local-sight.ts';
import type { Platform } from '../../../core/platform.ts';
import { portOwner } from '../../../engine/ports/port-owner.ts';
import type { RunTool } from '../../../engine/ports/run-tool.ts';
import { fixture } from '../../fixtures/read.ts';
import { virtualClock } from '../virtual-clock.ts';
import { listenInNode } from './listeners.ts';

/** Plays recorded answers, by the whole command; what was not recorded could not be started. */
const recorded =
  (answers: Readonly<Record<string, string>>, code = 0): RunTool =>
  (program, args) => {
    const stdout = answers[[program, ...args].join(' ')];
    return Promise.resolve(stdout === undefined ? undefined : { code, stdout });
  };

const ask = (platform: Platform, run: RunTool, host = 'localhost', port = 8000): Promise<PortOwner> =>
  portOwner({ host, port, platform }, { clock: virtualClock(1_000_000_000), run });

describe('on macOS', () => {
  const LSOF = '/usr/sbin/lsof -nP -iTCP:8000 -sTCP:LISTEN -Fpctn';
  const NETSTAT = '/usr/sbin/netstat -anv -p tcp';
  const ps = (pid: number): string => `/bin/ps -p ${pid} -o etime= -o ucomm=`;

  it('lsof finds the process, ps its age', async () => {
    const run = recorded({ [LSOF]: fixture('ports/mac-lsof.txt'), [ps(4720)]: '   01:40 Python\n' });
    expect(await ask('mac', run)).toEqual({ kind: 'known', pid: 4720, name: 'Python', startedAt: 999_900_000 });
  });

  it('without ps, it is named all the same', async () => {
    const run = recorded({ [LSOF]: fixture('ports/mac-lsof.txt') });
    expect(await ask('mac', run)).toEqual({ kind: 'known', pid: 4720, name: 'Python' });
  });

  it("where lsof is silent, netstat finds somebody else's process", async () => {
    const run = recorded({ [LSOF]: '', [NETSTAT]: fixture('ports/mac-26-netstat.txt') });
    expect(await ask('mac', run)).toEqual({ kind: 'known', pid: 72_514, name: 'language_server_' });
  });

  it('an older netstat tells the number alone, ps the name', async () => {
    const netstat = fixture('ports/mac-15-netstat.txt');
    const run = recorded({ [LSOF]: '', [NETSTAT]: netstat, [ps(4712)]: '2-00:00:00 node\n' });
    expect(await ask('mac', run, '[::1]')).toMatchObject({ kind: 'known', pid: 4712, name: 'node' });
    expect(await ask('mac', recorded({ [LSOF]: '', [NETSTAT]: netstat }))).toEqual({ kind: 'unknown' });
  });

  it('only netstat may call a port free', async () => {
    const others = fixture('ports/mac-14-netstat.txt').replaceAll('.8000 ', '.8001 ');
    expect(await ask('mac', recorded({ [LSOF]: '', [NETSTAT]: others }))).toEqual({ kind: 'free' });
    expect(await ask('mac', recorded({ [LSOF]: '' }))).toEqual({ kind: 'unknown' });
    expect(await ask('mac', recorded({ [LSOF]: '', [NETSTAT]: others }, 1))).toEqual({ kind: 'unknown' });
    expect(await ask('mac', recorded({ [LSOF]: '', [NETSTAT]: '' }))).toEqual({ kind: 'unknown' });
  });

  // The same lsof and ps, where they are installed.
  const here = (name: string): boolean => spawnSync(name, ['-v']).error === undefined;
  it.runIf(process.platform !== 'win32' && here('lsof') && here('ps'))(
    'the real tools find a real process',
    async () => {
      const run: RunTool = async (program, args) => {
        const { status, stdout } = spawnSync(basename(program), args, { encoding: 'utf8' });
        return { code: status ?? -1, stdout };
      };
      const { port, pid, stop } = await listenInNode('127.0.0.1');
      const owner = await portOwner({ host: 'localhost', port, platform: 'mac' }, { clock: virtualClock(), run });
      await stop();
      expect(owner).toMatchObject({ kind: 'known', pid, name: 'node', startedAt: expect.any(Number) });
    },
  );
});

describe('on Windows', () => {
  const tool = (name: string, args: string): string => `${win32.join('C:\\Windows', 'System32', name)} ${args}`;
  const V4 = tool('netstat.exe', '-ano -p TCP');
  const V6 = tool('netstat.exe', '-ano -p TCPv6');
  const task = (pid: number): string => tool('tasklist.exe', `/FI PID eq ${pid} /FO CSV /NH`);
  const BOTH = { [V4]: fixture('ports/windows-netstat-de.txt'), [V6]: fixture('ports/windows-netstat-v6-de.txt') };

  it('netstat finds the process, tasklist its name', async () => {
    const run = recorded({ ...BOTH, [task(9312)]: fixture('ports/windows-tasklist.txt') });
    expect(await ask('windows', run)).toEqual({ kind: 'known', pid: 9312, name: 'python.exe' });
  });

  it('the host decides between two', async () => {
    const run = recorded({ ...BOTH, [task(9400)]: '"node.exe","9400","Console","1","45.120 K"\r\n' });
    expect(await ask('windows', run, '[::1]')).toEqual({ kind: 'known', pid: 9400, name: 'node.exe' });
  });

  it('a port that nobody has is free', async () => {
    expect(await ask('windows', recorded(BOTH), 'localhost', 50_212)).toEqual({ kind: 'free' });
  });

  it.each([
    ['a process without a name', BOTH],
    ['half a listing', { [V4]: BOTH[V4] ?? '' }],
    ['a listing without a line', { [V4]: '', [V6]: '' }],
  ])('%s is unknown', async (_name, answers) => {
    expect(await ask('windows', recorded(answers))).toEqual({ kind: 'unknown' });
  });
});
