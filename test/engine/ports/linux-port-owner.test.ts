import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PortOwner } from '../../../core/sight/local-sight.ts';
import { portOwner } from '../../../engine/ports/port-owner.ts';
import { virtualClock } from '../virtual-clock.ts';
import { ENDED_ROW, listenerRow, procTree, type ProcTree } from './proc-tree.ts';

const ME = 1_000;
const SOMEBODY = 1_001;
const BYTES_OF_TABLE = 8 * 1_024 * 1_024;

// What a real /proc cannot be made to show at will.
describe.runIf(process.platform !== 'win32')('where /proc shows', () => {
  let tree: ProcTree;
  beforeEach(() => {
    tree = procTree();
  });
  afterEach(() => tree.remove());

  const ask = (): Promise<PortOwner> =>
    portOwner(
      { host: '127.0.0.1', port: 8000, platform: 'linux' },
      {
        clock: virtualClock(),
        run: () => Promise.resolve(undefined),
        view: { procFolder: tree.folder, userId: ME },
      },
    );

  it('nothing at all, it is unknown', async () => expect(await ask()).toEqual({ kind: 'unknown' }));

  it('no IPv6, the port is free', async () => {
    tree.write('net/tcp', ENDED_ROW);
    expect(await ask()).toEqual({ kind: 'free' });
  });

  it('a table that may not be read, it is not free', async () => {
    tree.write('net/tcp', ENDED_ROW);
    mkdirSync(join(tree.folder, 'net/tcp6'));
    expect(await ask()).toEqual({ kind: 'unknown' });
  });

  it("a listener of somebody whose descriptors are hidden, it is another user's", async () => {
    tree.write('net/tcp', listenerRow(8000, SOMEBODY, 42));
    tree.process(7, [41]);
    tree.write('8/comm', 'hidden\n');
    tree.write('9/fd', 'not a folder');
    expect(await ask()).toEqual({ kind: 'other-user', userId: SOMEBODY });
  });

  it('a listener of ours without a process, as of a container, it is unknown', async () => {
    tree.write('net/tcp', listenerRow(8000, ME, 42));
    tree.process(7, [41]);
    expect(await ask()).toEqual({ kind: 'unknown' });
  });

  it('workers that share a socket, it is the oldest', async () => {
    tree.write('net/tcp', listenerRow(8000, ME, 42));
    tree.process(1_200, [42]);
    tree.process(300, [40, 41, 42]);
    tree.process(90, [4, 420]);
    expect(await ask()).toMatchObject({ kind: 'known', pid: 300, name: 'program-300' });
  });

  it('several sockets on one address, it is the one of ours that can be named', async () => {
    tree.write('net/tcp', listenerRow(8000, SOMEBODY, 41) + listenerRow(8000, ME, 42));
    tree.process(300, [42]);
    expect(await ask()).toMatchObject({ kind: 'known', pid: 300 });
  });

  it('a process that ends meanwhile, it is unknown', async () => {
    tree.write('net/tcp', listenerRow(8000, ME, 42));
    tree.process(300, [42]);
    tree.write('300/comm', '');
    expect(await ask()).toEqual({ kind: 'unknown' });
  });

  it('a name made to harm, it is made plain', async () => {
    tree.write('net/tcp', listenerRow(8000, ME, 42));
    tree.process(300, [42]);
    tree.write('300/comm', '\u202Eevil\u0007\uFFFE name\n');
    tree.write('300/cmdline', `x\0--key\0${'secret'.repeat(5_000)}\0`);
    expect(await ask()).toMatchObject({ kind: 'known', pid: 300, name: 'evil name' });
  });

  it('more connections than are read, a listener is found and nobody is doubted', async () => {
    const crowd = ENDED_ROW.repeat(Math.ceil(BYTES_OF_TABLE / ENDED_ROW.length));
    tree.write('net/tcp', listenerRow(8000, ME, 42) + crowd);
    tree.process(300, [...Array(3_000).keys()]);
    expect(await ask()).toMatchObject({ kind: 'known', pid: 300 });
    tree.write('net/tcp', crowd + listenerRow(8000, ME, 42));
    expect(await ask()).toEqual({ kind: 'unknown' });
  });
});
