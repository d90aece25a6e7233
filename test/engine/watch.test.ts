import { describe, expect, it } from 'vitest';
import type { HealthPath } from '../../core/health/discovery.ts';
import type { ProbeResult } from '../../core/health/probe-result.ts';
import type { Alert } from '../../core/monitor/alerts.ts';
import { Watch } from '../../engine/watch.ts';
import { answer, failure } from '../core/answers.ts';
import { virtualClock, type VirtualClock } from './virtual-clock.ts';

const GOOD = answer(200, { status: 'ok' });
const MISSING = answer(404, '{}');
const BROKEN = answer(503, { status: 'unhealthy', error: 'Claude CLI authentication failed' });

interface Bench {
  readonly watch: Watch;
  readonly clock: VirtualClock;
  readonly asked: HealthPath[];
  readonly lights: string[];
  readonly alerts: Alert[];
  readonly errors: unknown[];
  answerWith(reply: (path: HealthPath) => ProbeResult | Promise<ProbeResult>): void;
  lose(): void;
}

// The wire is played here, to the millisecond; the real one has its own tests (probe, hostile servers, end to end).
function bench(url = 'http://localhost:8000', onStep: () => void = () => {}): Bench {
  const clock = virtualClock();
  const [asked, lights, alerts, errors]: [HealthPath[], string[], Alert[], unknown[]] = [[], [], [], []];
  let reply: (path: HealthPath) => ProbeResult | Promise<ProbeResult> = () => GOOD;
  let lose = (): void => {};
  const watch = new Watch({
    url,
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
});
