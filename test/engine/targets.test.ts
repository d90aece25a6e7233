import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../core/settings.ts';
import { targetNames } from '../../engine/targets.ts';

type Target = { readonly url: string; readonly name?: string };

const settingsOf = (targets: readonly Target[]) => readSettings({ targets });
const idsOf = (targets: readonly Target[]): readonly string[] => targetNames(settingsOf(targets)).map(({ id }) => id);

const A = { url: 'http://localhost:8000' };
const B = { url: 'http://localhost:4000' };

describe('the id of a target', () => {
  it('is the same tomorrow, whatever its name and its place', () => {
    const [a, b] = idsOf([A, B]);
    expect(idsOf([{ ...B, name: 'Studio' }, A])).toEqual([b, a]);
    expect(a).toMatch(/^target-[\da-f]{16}$/);
  });

  it('is that of the address in its one form', () => {
    expect(idsOf([{ url: 'HTTP://LOCALHOST:8000/' }])).toEqual(idsOf([A]));
  });

  it('tells several at one address apart by their names', () => {
    const work = { ...A, name: 'work' };
    const home = { ...A, name: 'home' };
    const before = targetNames(settingsOf([work, home]));
    const after = targetNames(settingsOf([home, work]), before);
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id).toReversed());
    const [renamed] = targetNames(settingsOf([{ ...A, name: 'else' }, home]), before);
    expect(renamed?.id).toBe(before[0]?.id);
  });

  it('stays with who remains of several at one address', () => {
    const before = targetNames(settingsOf([A, A, A]));
    const [first, second, third] = targetNames(settingsOf([A, A, A, A]), before.slice(1));
    expect([first?.id, second?.id, third?.id]).toEqual([before[1]?.id, before[2]?.id, before[0]?.id]);
  });

  const target = fc.record(
    { url: fc.constantFrom(A.url, B.url, `http://localhost/${'x'.repeat(2_000)}`), name: fc.constantFrom('a', 'b') },
    { requiredKeys: ['url'] },
  );
  const targets = fc.array(target, { maxLength: 12 });

  it('is its own, short, and kept by whoever stays', () => {
    fc.assert(
      fc.property(targets, targets, (some, others) => {
        const before = targetNames(settingsOf(some));
        const after = targetNames(settingsOf(others), before);
        for (const names of [before, after]) {
          expect(new Set(names.map(({ id }) => id)).size).toBe(names.length);
          expect(names.every(({ id }) => id.length <= 100)).toBe(true);
        }
        const idsAt = (names: typeof before, url: string) =>
          names.filter((each) => each.url === url).map(({ id }) => id);
        for (const { url } of others) {
          const [old, now] = [idsAt(before, url), idsAt(after, url)];
          expect(old.filter((id) => now.includes(id)).length).toBe(Math.min(old.length, now.length));
        }
      }),
    );
  });

  it('is found for a thousand at one address', () => {
    const thousand = Array.from({ length: 1_000 }, () => A);
    const before = targetNames(settingsOf(thousand));
    expect(new Set(before.map(({ id }) => id)).size).toBe(1_000);
    expect(targetNames(settingsOf(thousand), before)).toEqual(before);
  });
});
