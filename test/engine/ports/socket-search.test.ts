import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { socketSearch } from '../../../engine/ports/socket-search.ts';
import { procTree, type ProcTree } from './proc-tree.ts';

describe.runIf(process.platform !== 'win32')('a search that many share', () => {
  let tree: ProcTree;
  beforeEach(() => {
    tree = procTree();
    tree.process(7, [70, 71]);
    tree.process(8, [80, 71]);
  });
  afterEach(() => tree.remove());

  const { signal } = new AbortController();

  it('gives each what is its own, whoever asked before and meanwhile', async () => {
    const search = socketSearch(tree.folder);
    const first = search(['80'], signal);
    const meanwhile = [['71'], ['70'], ['99'], ['98', '80'], []].map((inodes) => search(inodes, signal));
    expect([await first, ...(await Promise.all(meanwhile))]).toEqual([8, 7, 7, undefined, 8, undefined]);
  });

  it('sees what has come since the last one, and goes on after it was called off', async () => {
    const search = socketSearch(tree.folder);
    const off = new AbortController();
    const calledOff = search(['99'], off.signal);
    off.abort();
    expect(await calledOff).toBeUndefined();
    tree.process(9, [99]);
    expect(await search(['99'], signal)).toBe(9);
  });

  it('looks first at who was found before, and at all others once that one does not hold it any more', async () => {
    const search = socketSearch(tree.folder);
    expect(await search(['80'], signal)).toBe(8);
    // Whoever went through all processes again would come by this one first.
    tree.process(3, [80]);
    expect(await search(['80'], signal)).toBe(8);
    expect(await search(['80', '98'], signal)).toBe(3);
    tree.end(8);
    expect(await search(['80'], signal)).toBe(3);
    tree.end(3);
    expect(await search(['80'], signal)).toBeUndefined();
  });
});
