import { judge } from '../../../core/health/judge.ts';
import { USUAL_THRESHOLDS } from '../../../core/monitor/thresholds.ts';
import { freshWatch, step, type WatchEvent, type WatchState } from '../../../core/monitor/watch-state.ts';
import type { Clock } from '../../../engine/clock.ts';
import type { OnEvent } from '../../../engine/happened.ts';
import { answer, failure } from '../../core/answers.ts';

/** A clock that goes as fast as it is told to: its timers run at once when their time has come. */
export interface FastClock extends Clock {
  pass(ms: number): void;
}

/** `slowness`: every timer takes so many times longer. */
export function fastClock(start: number, slowness = 1): FastClock {
  let now = start;
  const timers = new Set<{ readonly due: number; readonly run: () => void }>();
  return {
    now: () => now,
    monotonic: () => now,
    after: (ms, run) => {
      const timer = { due: now + ms * slowness, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    pass: (ms) => {
      now += ms;
      for (const timer of timers) {
        if (timer.due > now) continue;
        timers.delete(timer);
        timer.run();
      }
    },
  };
}

const PROBE_MS = 4_000;
const STEADY_AFTER = 30;

/** Lets a target be probed every four seconds, for so many probes. `isUp` and `msOf` say how each of them ends. */
export function liveFast(
  clock: FastClock,
  onEvent: OnEvent,
  target: Parameters<OnEvent>[0],
  probes: number,
  isUp: (probe: number) => boolean,
  msOf: (probe: number) => number,
): void {
  const good = judge(answer(200, { status: 'ok' }));
  const bad = judge(failure('refused'));
  let before: WatchState = freshWatch(clock.now());
  let alike = 0;
  for (let i = 0; i < probes; i += 1) {
    const verdict = isUp(i) ? { ...good, ms: msOf(i) } : bad;
    const event: WatchEvent = { type: 'judged', verdict, at: clock.now() };
    alike = verdict.light === before.verdict?.light ? alike + 1 : 0;
    // What has long been the same stays the same: it is not what is measured here.
    const { state: after, alerts } = alike > STEADY_AFTER ? { state: before, alerts: [] } : step(before, event);
    const thresholds = USUAL_THRESHOLDS;
    onEvent(target, { event, before, after, thresholds, alerts, at: clock.now(), holdsMs: 16_000 });
    before = after;
    clock.pass(PROBE_MS);
  }
}
