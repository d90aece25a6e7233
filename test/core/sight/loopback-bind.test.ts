import { describe, expect, it } from 'vitest';
import { bindOrder, loopbackBind, reachedFirst, type LoopbackBind } from '../../../core/sight/loopback-bind.ts';

describe('an address', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1'],
    ['0.0.0.0', '0.0.0.0'],
    ['[::1]', '::1'],
    ['[::]', '::'],
    ['::', '::'],
    ['::ffff:127.0.0.1', '127.0.0.1'],
    ['192.168.1.20', undefined],
    ['127.0.0.2', undefined],
    ['[fe80::1%lo0]', undefined],
    ['', undefined],
  ])('%s binds %s', (address, bind) => expect(loopbackBind(address)).toBe(bind));
});

describe('of several listeners', () => {
  const on = (...binds: readonly LoopbackBind[]) => binds.map((bind) => ({ bind }));

  it.each([
    ['localhost', on('::', '0.0.0.0', '127.0.0.1'), on('127.0.0.1')],
    ['127.0.0.1', on('::1', '::'), on('::')],
    ['[::1]', on('127.0.0.1', '::1'), on('::1')],
    ['[::1]', on('0.0.0.0'), on('0.0.0.0')],
    ['0.0.0.0', on('::', '::'), on('::', '::')],
    ['localhost', [], []],
  ])('%s gets to the most specific: %j', (host, listeners, reached) => {
    expect(reachedFirst(listeners, bindOrder(host) ?? [])).toEqual(reached);
  });

  it.each(['example.com', '192.168.1.20', '127.0.0.2', '', '[::2]'])('%j is not this computer', (host) =>
    expect(bindOrder(host)).toBeUndefined(),
  );
});
