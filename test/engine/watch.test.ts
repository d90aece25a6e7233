import { describe, expect, it } from 'vitest';
import type { ProbeResult } from '../../core/health/probe-result.ts';
import type { Alert } from '../../core/monitor/alerts.ts';
import type { TargetPath } from '../../engine/connection.ts';
import type { Happened } from '../../engine/happened.ts';
import { Watch } from '../../engine/watch.ts';
import { answer, failure } from '../core/answers.ts';
import { virtualClock, type VirtualClock } from './virtual-clock.ts';

const GOOD = answer(200, { status: 'ok' });
const MISSING = answer(404, '{}');
const BROKEN = answer(503, { status: 'unhealthy', error: 'Claude CLI authentication failed' });

interface Bench {
  readonly watch: Watch;
  readonly clock: VirtualClock;
  readonly asked: TargetPath[];
  readonly lights: string[];
  readonly alerts: Alert[];
  readonly errors: unknown[];
  readonly answerWith: (reply: (path: TargetPath) => ProbeResult | Promise<ProbeResult>) => void;
  readonly lose: () => void;
}

// The wire is played here, to the millisecond; the real one has its own tests (probe, hostile servers, end to end).
function bench(
  url = 'http://localhost:8000',
  onStep: () => void = () => {},
  onEvent: (happened: Happened) => void = () => {},
): Bench {
  const clock = virtualClock();
  const [asked, lights, alerts, errors]: [TargetPath[], string[], Alert[], unknown[]] = [[], [], [], []];
  let reply: (path: TargetPath) => ProbeResult | Promise<ProbeResult> = () => GOOD;
  let lose = (): void => {};
  const watch = new Watch({
    url,
    rules: { thresholds: {}, metrics: false },
    clock,
    connect: (_url, onLost) => {
      lose = onLost;
      return {
        ask: (path) => {
          asked.push(path);
          return Promise.resolve(reply(path));
        },
        keepAliveMs: () => undefined,
        close: () => {},
      };
    },
    local: () => undefined,
    onEvent,
    onStep: (state, brought) => {
      lights.push(state.light);
      alerts.push(...brought);
      onStep();
    },
    onError: (error) => errors.push(error),
  });
  return { watch, clock, asked, lights, alerts, errors, answerWith: (next) => (reply = next), lose: () => lose() };
}

describe('a watch', () => {
  it('probes at once, confirms after a second, and then keeps its interval', async () => {
    const { clock, asked } = bench();
    await clock.advance(0);
    expect(asked.length).toBe(1);
    await clock.advance(1_000);
    expect(asked.length).toBe(2);
    await clock.advance(40_000);
    expect(asked.length).toBe(12);
  });

  it('finds the page that exists, stays with it, and looks anew after a restart', async () => {
    const { clock, asked, answerWith } = bench();
    answerWith((path) => (path === '/health' ? GOOD : MISSING));
    await clock.advance(0);
    expect(asked).toEqual(['/health/detailed', '/health/readiness', '/health']);
    await clock.advance(1_000);
    expect(asked.slice(3)).toEqual(['/health']);
    answerWith(() => failure('refused'));
    await clock.advance(4_000);
    answerWith((path) => (path === '/health/detailed' ? GOOD : MISSING));
    asked.length = 0;
    await clock.advance(250);
    expect(asked).toEqual(['/health/detailed']);
  });

  it('asks an address with a path of its own as it was named', async () => {
    const { clock, asked } = bench('http://localhost:8000/status');
    await clock.advance(0);
    expect(asked).toEqual(['']);
  });

  it('tells a health check that hangs from a server that hangs', async () => {
    const { watch, clock, answerWith } = bench();
    answerWith((path) => (path === '/health/live' ? answer(404, '') : failure('timeout')));
    await clock.advance(0);
    expect(watch.state().findings[0]?.id).toBe('health-stuck');
    answerWith(() => failure('timeout'));
    await clock.advance(1_000);
    expect(watch.state().findings[0]?.id).toBe('not-responding');
  });

  it('takes silence after a closed port for a start', async () => {
    const { watch, clock, answerWith } = bench();
    answerWith(() => failure('refused'));
    await clock.advance(2_000);
    answerWith(() => failure('timeout'));
    await clock.advance(8_000);
    expect(watch.state()).toMatchObject({ light: 'down', findings: [{ id: 'starting-up' }] });
    answerWith(() => GOOD);
    await clock.advance(5_000);
    expect(watch.state().light).toBe('healthy');
  });

  it('looks at once when the held connection is lost', async () => {
    const { clock, asked, lose } = bench();
    await clock.advance(2_000);
    const before = asked.length;
    lose();
    await clock.advance(0);
    expect(asked.length).toBe(before + 1);
  });

  it('has one request under way at most, and none is lost by asking for more', async () => {
    const { watch, clock, asked, answerWith } = bench();
    let release = (_result: ProbeResult): void => {};
    answerWith(() => new Promise((resolve) => (release = resolve)));
    await clock.advance(0);
    for (let i = 0; i < 1_000; i += 1) watch.checkNow();
    await clock.advance(10_000);
    expect(asked.length).toBe(1);
    answerWith(() => GOOD);
    release(GOOD);
    await clock.advance(1_000);
    expect(asked.length).toBe(2);
  });

  it('tells one incident and one recovery', async () => {
    const { clock, alerts, answerWith } = bench();
    await clock.advance(10_000);
    answerWith(() => BROKEN);
    await clock.advance(60_000);
    answerWith(() => GOOD);
    await clock.advance(60_000);
    expect(alerts.map(({ type }) => type)).toEqual(['incident-opened', 'incident-closed']);
  });

  it('does not ask while paused, and at once when resumed', async () => {
    const { watch, clock, asked, lights } = bench();
    await clock.advance(2_000);
    watch.pause();
    const before = asked.length;
    await clock.advance(60_000);
    expect([asked.length, lights.at(-1), clock.waiting]).toEqual([before, 'paused', 0]);
    watch.resume();
    await clock.advance(0);
    expect([asked.length, lights.at(-1)]).toEqual([before + 1, 'healthy']);
  });

  it('an answer that comes after the pause changes nothing', async () => {
    const { watch, clock, lights, answerWith } = bench();
    let release = (_result: ProbeResult): void => {};
    answerWith(() => new Promise((resolve) => (release = resolve)));
    await clock.advance(0);
    watch.pause();
    release(GOOD);
    await clock.advance(10_000);
    expect(lights).toEqual(['paused']);
  });

  it('leaves nothing behind when it stops, even in the middle of a probe', async () => {
    const { watch, clock, lights, answerWith } = bench();
    let release = (_result: ProbeResult): void => {};
    answerWith(() => new Promise((resolve) => (release = resolve)));
    await clock.advance(0);
    watch.stop();
    release(GOOD);
    await clock.advance(10_000);
    expect([lights, clock.waiting]).toEqual([[], 0]);
  });

  it('R32: goes on after an exception in a face, and says so', async () => {
    let throws = true;
    const { clock, asked, errors } = bench(undefined, () => {
      if (throws) throw new Error('a face fell over');
    });
    await clock.advance(0);
    throws = false;
    await clock.advance(4_000);
    expect(errors).toMatchObject([{ message: 'a face fell over' }]);
    expect(asked.length).toBeGreaterThan(1);
  });

  it('R13: keeps its interval when the wall clock jumps', async () => {
    const { clock, asked } = bench();
    await clock.advance(5_000);
    for (const jump of [-86_400_000, 400 * 86_400_000]) {
      clock.jump(jump);
      const before = asked.length;
      // One jump after the other.
      // oxlint-disable-next-line no-await-in-loop
      await clock.advance(4_000);
      expect(asked.length).toBe(before + 1);
    }
  });

  it('R9, R10: sleeps without asking, wakes with one probe, however often it is told', async () => {
    const { watch, clock, asked } = bench();
    await clock.advance(5_000);
    for (let cycle = 0; cycle < 50; cycle += 1) {
      watch.sleep();
      watch.sleep();
      const before = asked.length;
      // While it sleeps, no timer runs.
      clock.jump(3_600_000);
      // One cycle after the other.
      // oxlint-disable-next-line no-await-in-loop
      await clock.advance(10_000);
      expect(asked.length - before).toBe(0);
      watch.wake();
      watch.wake();
      // oxlint-disable-next-line no-await-in-loop
      await clock.advance(500);
      expect([asked.length - before, clock.waiting]).toEqual([1, 1]);
    }
  });

  it('R9: a fault just after a wake alarms nobody, one that lasts does', async () => {
    const { watch, clock, alerts, answerWith } = bench();
    await clock.advance(5_000);
    watch.sleep();
    clock.jump(3_600_000);
    answerWith(() => failure('refused'));
    watch.wake();
    await clock.advance(8_000);
    answerWith(() => GOOD);
    await clock.advance(20_000);
    expect(alerts).toEqual([]);
    watch.sleep();
    answerWith(() => failure('refused'));
    watch.wake();
    await clock.advance(30_000);
    expect(alerts.map(({ type }) => type)).toEqual(['incident-opened']);
  });

  it('never shows an old green light after a sleep', async () => {
    const { watch, clock, answerWith } = bench();
    await clock.advance(5_000);
    watch.sleep();
    clock.jump(3_600_000);
    answerWith(() => new Promise(() => {}));
    watch.wake();
    expect(watch.state().light).toBe('unknown');
  });

  it('is not kept green by a sleep that did not come about, or whose end nobody told', async () => {
    const { watch, clock, alerts, answerWith } = bench();
    await clock.advance(5_000);
    watch.sleep();
    answerWith(() => failure('refused'));
    await clock.advance(80_000);
    expect([watch.state().light, alerts.map(({ type }) => type)]).toEqual(['down', ['incident-opened']]);
    watch.sleep();
    watch.stop();
    expect(clock.waiting).toBe(0);
  });

  it('R33: a probe that never ends is given up, said, and another is started', async () => {
    const { watch, clock, asked, errors, answerWith } = bench();
    await clock.advance(5_000);
    answerWith(() => new Promise(() => {}));
    await clock.advance(4_000);
    const before = asked.length;
    answerWith(() => GOOD);
    await clock.advance(11_000);
    expect([watch.state().light, asked.length - before, errors.length]).toEqual(['healthy', 0, 0]);
    await clock.advance(2_000);
    expect([watch.state().light, errors.length]).toEqual(['healthy', 1]);
    expect(asked.length - before).toBeGreaterThan(0);
  });

  it('looks closely while somebody looks on, and calmly again afterwards', async () => {
    const { watch, clock, asked } = bench();
    await clock.advance(2_000);
    watch.attend(true);
    const before = asked.length;
    await clock.advance(10_000);
    expect(asked.length - before).toBe(11);
    watch.attend(false);
    const calm = asked.length;
    await clock.advance(40_000);
    expect(asked.length - calm).toBeLessThanOrEqual(11);
  });

  it('takes another program for the proxy once it is told so', async () => {
    const { watch, clock, answerWith } = bench();
    answerWith(() => answer(200, { status: 'ok', service: 'grafana' }));
    await clock.advance(10_000);
    expect(watch.state()).toMatchObject({ light: 'down', findings: [{ id: 'stranger-answers' }] });
    const stranger = watch.state().verdict?.stranger;
    if (stranger !== undefined) watch.accept(stranger);
    await clock.advance(0);
    expect(watch.state().light).toBe('healthy');
  });

  it('R13: a clock that is set leaves no nonsense behind', async () => {
    const { watch, clock } = bench();
    await clock.advance(5_000);
    for (const jump of [-86_400_000, 400 * 86_400_000]) {
      clock.jump(jump);
      // oxlint-disable-next-line no-await-in-loop
      await clock.advance(8_000);
      const { since, probedAt = 0 } = watch.state();
      expect([clock.now() - probedAt <= 4_000, clock.now() - since < 60_000]).toEqual([true, true]);
    }
  });

  it('R33: gives up a probe without an end after a pause or a sleep, too', async () => {
    for (const interrupt of [
      (watch: Watch) => [watch.pause(), watch.resume()],
      (watch: Watch) => [watch.sleep(), watch.wake()],
    ]) {
      const { watch, clock, errors, answerWith } = bench();
      await clock.advance(5_000);
      answerWith(() => new Promise(() => {}));
      await clock.advance(4_000);
      interrupt(watch);
      answerWith(() => GOOD);
      await clock.advance(20_000);
      expect([watch.state().light, errors.length]).toEqual(['healthy', 1]);
    }
  });

  it('R32: goes on after a face fell over outside of a probe', async () => {
    const { watch, clock, errors } = bench(undefined, () => {
      if (watch.state().light === 'paused') throw new Error('a face fell over');
    });
    await clock.advance(2_000);
    watch.pause();
    watch.resume();
    await clock.advance(2_000);
    expect([watch.state().light, errors.length]).toEqual(['healthy', 1]);
  });

  it('tells who listens of every event, before the faces, and goes on when that one falls over', async () => {
    const heard: Happened[] = [];
    const { watch, clock, lights, errors } = bench(undefined, undefined, (happened) => {
      heard.push(happened);
      expect(lights.length).toBe(heard.length - 1);
      if (happened.event.type === 'paused') throw new Error('a listener fell over');
    });
    await clock.advance(2_000);
    watch.pause();
    watch.resume();
    clock.jump(-3_600_000);
    await clock.advance(4_000);
    expect(heard.map(({ event, before, after }) => [event.type, before.light, after.light])).toEqual([
      ['judged', 'unknown', 'healthy'],
      ['judged', 'healthy', 'healthy'],
      ['paused', 'healthy', 'paused'],
      ['resumed', 'paused', 'unknown'],
      ['shifted', 'unknown', 'unknown'],
      ['judged', 'unknown', 'healthy'],
      ['judged', 'healthy', 'healthy'],
    ]);
    expect(errors.length).toBe(1);
    expect(heard.at(-1)).toMatchObject({ at: clock.now() - 3_000, holdsMs: 16_000, alerts: [] });
  });
});
