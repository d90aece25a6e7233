import type { RunningApp } from './app.ts';

/** Tells the longest time in milliseconds in which the main process did nothing else, from the call on until it is asked. */
export type LongestStall = () => Promise<number>;

/** Measures inside the main process, whose own timers tell how long it was kept. */
export async function watchMainLoop({ electron }: RunningApp): Promise<LongestStall> {
  await electron.evaluate(() => {
    // Not `performance`: Node loads it when it is first asked for, and would be interrupted by this in the midst of that.
    const nowMs = (): number => Number(process.hrtime.bigint()) / 1e6;
    const beats = { longest: 0, last: nowMs() };
    Object.assign(globalThis, { beats });
    setInterval(() => {
      const now = nowMs();
      beats.longest = Math.max(beats.longest, now - beats.last);
      beats.last = now;
    }, 10);
  });
  return () => electron.evaluate(() => Number(Reflect.get(Reflect.get(globalThis, 'beats'), 'longest')));
}
