import { expect, it } from 'vitest';
import { paced } from '../../electron/paced.ts';
import { virtualClock } from '../engine/virtual-clock.ts';

it('hands on the first at once, and then the newest of each pause', async () => {
  const clock = virtualClock();
  const seen: number[] = [];
  const pacer = paced<number>(100, clock, (value) => seen.push(value));
  pacer.tell(1);
  expect(seen).toEqual([1]);
  for (const value of [2, 3, 4]) pacer.tell(value);
  await clock.advance(99);
  expect(seen).toEqual([1]);
  await clock.advance(1);
  expect(seen).toEqual([1, 4]);
  pacer.tell(5);
  await clock.advance(100);
  expect(seen).toEqual([1, 4, 5]);
  await clock.advance(200);
  pacer.tell(6);
  expect(seen).toEqual([1, 4, 5, 6]);
  pacer.tell(7);
  pacer.stop();
  await clock.advance(200);
  expect([seen.at(-1), clock.waiting]).toEqual([6, 0]);
});
