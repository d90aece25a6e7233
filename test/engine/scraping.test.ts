import { describe, expect, it } from 'vitest';
import type { ProbeResult } from '../../core/health/probe-result.ts';
import type { TargetPath } from '../../engine/connection.ts';
import { createScraper, type Scraper } from '../../engine/scraper.ts';
import { Watch } from '../../engine/watch.ts';
import { answer, failure } from '../core/answers.ts';
import { pageOf, type Counted } from '../core/metrics/pages.ts';
import { virtualClock, type VirtualClock } from './virtual-clock.ts';

const GOOD = answer(200, { status: 'ok' });
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

type Reply = (path: TargetPath) => ProbeResult | Promise<ProbeResult>;

interface Bench {
  readonly watch: Watch;
  readonly traffic: Scraper['traffic'];
  /** How often something new was told. */
  readonly reads: () => number;
  readonly want: (isWanted: boolean) => void;
  readonly clock: VirtualClock;
  /** What was asked, each with its moment in seconds. */
  readonly asked: (readonly [second: number, path: string])[];
  readonly metricsAt: () => readonly number[];
  /** The most requests that were under way at once. */
  readonly atOnce: () => number;
  readonly answerWith: (health: Reply, metrics?: Reply) => void;
}

// The wire is played here, to the millisecond: one request after the other, as over the held connection.
function bench(url = 'http://localhost:8000'): Bench {
  const clock = virtualClock();
  const asked: (readonly [number, string])[] = [];
  let isWanted = true;
  let [health, metrics]: [Reply, Reply] = [() => GOOD, () => answer(404, '{}')];
  let [underWay, most] = [0, 0];
  let turn: Promise<unknown> = Promise.resolve();
  const askNow = async (path: TargetPath): Promise<ProbeResult> => {
    asked.push([clock.monotonic() / 1_000, path]);
    underWay += 1;
    most = Math.max(most, underWay);
    const result = await (path.endsWith('/metrics') ? metrics(path) : health(path));
    underWay -= 1;
    return result;
  };
  const onError = (error: unknown): void => {
    throw error;
  };
  let reads = 0;
  const onRead = (): unknown => (reads += 1);
  const scraper = createScraper({ url, clock, isWanted: () => isWanted, onRead, onError });
  const watch = new Watch({
    url,
    clock,
    scraper,
    rules: { thresholds: {}, metrics: true },
    connect: () => ({
      ask: (path) => {
        const mine = turn.then(() => askNow(path));
        turn = mine;
        return mine;
      },
      keepAliveMs: () => undefined,
      close: () => {},
    }),
    local: () => undefined,
    onStep: () => {},
    onError,
  });
  return {
    watch,
    traffic: () => scraper.traffic(),
    reads: () => reads,
    want: (wanted) => (isWanted = wanted),
    clock,
    asked,
    metricsAt: () => asked.filter(([, path]) => path.endsWith('/metrics')).map(([second]) => second),
    atOnce: () => most,
    answerWith: (nextHealth, nextMetrics = metrics) => ([health, metrics] = [nextHealth, nextMetrics]),
  };
}

/** A page with so many requests a second since the beginning, unless something else is said. */
const growing =
  (clock: VirtualClock, counted: (seconds: number) => Counted = (seconds) => ({ requests: seconds })): Reply =>
  () =>
    answer(200, pageOf(counted(Math.floor(clock.monotonic() / 1_000))));

describe('metrics of a target', () => {
  it('are asked once the proxy is surely one, then every minute, between the probes', async () => {
    const { clock, metricsAt, answerWith, atOnce, traffic, reads } = bench();
    answerWith(() => GOOD, growing(clock));
    await clock.advance(MINUTE / 2);
    expect([traffic()?.windowMs, reads()]).toEqual([0, 1]);
    await clock.advance(2.5 * MINUTE);
    expect([metricsAt(), reads()]).toEqual([[1, 61, 121], 3]);
    expect(traffic()).toMatchObject({ windowMs: 2 * MINUTE, requestsPerMinute: 60 });
    expect(atOnce()).toBe(1);
  });

  it('are asked every quarter of a minute while somebody looks on', async () => {
    const { clock, metricsAt, answerWith, watch } = bench();
    answerWith(() => GOOD, growing(clock));
    watch.attend(true);
    await clock.advance(MINUTE);
    expect(metricsAt()).toEqual([1, 16, 31, 46]);
  });

  it('are asked no more often when health is expensive', async () => {
    const { clock, metricsAt, answerWith, watch } = bench();
    answerWith(() => ({ ...GOOD, ms: 400 }), growing(clock));
    watch.attend(true);
    await clock.advance(2 * MINUTE);
    expect(metricsAt().length).toBe(2);
  });

  it('are asked seldom when they are expensive themselves', async () => {
    const { clock, metricsAt, answerWith } = bench();
    answerWith(
      () => GOOD,
      () => ({ ...answer(200, pageOf({ requests: 1 })), ms: 1_500 }),
    );
    await clock.advance(5 * MINUTE);
    expect(metricsAt()).toEqual([1, 153]);
  });

  it.each([
    ['that are not there', answer(404, '{}')],
    ['that are locked', answer(401, { error: 'key' })],
    ['in JSON', answer(200, { requests_total: 5 })],
    ['on a page', answer(200, '<html><body>x_requests_total 5</body></html>')],
    ['that are too large', failure('too-large')],
    ['that never end', failure('timeout')],
    ['in another place', failure('redirected')],
  ])('%s are asked again after an hour, and are no fault', async (_what, reply) => {
    const { clock, metricsAt, answerWith, watch, traffic } = bench();
    answerWith(
      () => GOOD,
      () => reply,
    );
    await clock.advance(HOUR + 5 * MINUTE);
    expect(metricsAt()).toHaveLength(2);
    expect(traffic()).toBeUndefined();
    expect(watch.state()).toMatchObject({ light: 'healthy', confirmed: true, findings: [] });
  });

  it('that were there are missed three times before they are given up', async () => {
    const { clock, metricsAt, answerWith } = bench();
    answerWith(() => GOOD, growing(clock));
    await clock.advance(MINUTE / 2);
    answerWith(
      () => GOOD,
      () => answer(500, ''),
    );
    await clock.advance(HOUR);
    expect(metricsAt()).toEqual([1, 61, 121, 181]);
  });

  it('are asked anew after a restart, and count from zero', async () => {
    const { clock, metricsAt, answerWith, traffic } = bench();
    answerWith(
      () => GOOD,
      growing(clock, () => ({ requests: 1_000 })),
    );
    await clock.advance(30_000);
    answerWith(() => failure('refused'));
    await clock.advance(20_000);
    answerWith(
      () => GOOD,
      growing(clock, () => ({ requests: 7 })),
    );
    await clock.advance(20_000);
    expect(metricsAt()).toHaveLength(2);
    const { requestsPerMinute = 0, windowMs = 0 } = traffic() ?? {};
    expect((requestsPerMinute * windowMs) / MINUTE).toBeCloseTo(7, 9);
  });

  it('are not asked of a stranger, of silence, of who is paused, or of who asked for patience', async () => {
    for (const reply of [answer(200, '<html></html>'), answer(429, ''), failure('timeout'), failure('refused')]) {
      const { clock, metricsAt, answerWith } = bench();
      answerWith(() => reply);
      // One after the other: each has a time of its own.
      // oxlint-disable-next-line no-await-in-loop
      await clock.advance(MINUTE);
      expect(metricsAt()).toEqual([]);
    }
    const { clock, metricsAt, watch } = bench();
    watch.pause();
    await clock.advance(MINUTE);
    expect(metricsAt()).toEqual([]);
  });

  it('are asked beside the health page where the address names one', async () => {
    const { clock, asked } = bench('http://localhost:8000/status');
    await clock.advance(2_000);
    expect(asked.map(([, path]) => path)).toContain('/../metrics');
    expect(new URL(`http://localhost:8000/status/../metrics`).pathname).toBe('/metrics');
  });

  it('that break off are a reason to ask for health at once', async () => {
    const { clock, asked, answerWith } = bench();
    answerWith(
      () => GOOD,
      () => {
        answerWith(() => failure('refused'));
        return failure('reset');
      },
    );
    await clock.advance(1_000);
    expect(asked.slice(-2)).toEqual([
      [1, '/metrics'],
      [1, '/health/detailed'],
    ]);
  });

  it('turn a healthy light amber while requests fail behind it, and no worse', async () => {
    const { clock, answerWith, watch } = bench();
    answerWith(
      () => GOOD,
      growing(clock, (seconds) => ({ requests: seconds, errors: Math.floor(seconds * 0.8) })),
    );
    await clock.advance(MINUTE);
    expect(watch.state().light).toBe('healthy');
    await clock.advance(MINUTE);
    expect(watch.state()).toMatchObject({
      light: 'degraded',
      findings: [{ id: 'upstream-failing', severity: 'degraded', evidence: { name: 'timeout' } }],
    });
    const before = Math.floor(clock.monotonic() / 1_000);
    answerWith(
      () => GOOD,
      growing(clock, (seconds) => ({ requests: seconds, errors: Math.floor(before * 0.8) })),
    );
    await clock.advance(2 * MINUTE);
    expect(watch.state()).toMatchObject({ light: 'healthy', findings: [] });
  });

  it('add nothing where the proxy is unwell itself', async () => {
    const { clock, answerWith, watch } = bench();
    answerWith(
      () => GOOD,
      growing(clock, (seconds) => ({ requests: seconds, errors: seconds })),
    );
    await clock.advance(2 * MINUTE);
    answerWith(() => answer(503, { status: 'unhealthy' }));
    await clock.advance(MINUTE);
    expect(watch.state().findings.map(({ id }) => id)).toEqual(['reported-unhealthy']);
  });

  it('that nobody wants are neither asked nor told', async () => {
    const { clock, answerWith, metricsAt, traffic, want } = bench();
    answerWith(() => GOOD, growing(clock));
    await clock.advance(2 * MINUTE);
    want(false);
    expect(traffic()).toBeUndefined();
    await clock.advance(5 * MINUTE);
    expect(metricsAt()).toEqual([1, 61]);
  });

  it('that nobody renewed for minutes tell nothing any more', async () => {
    const { clock, answerWith, traffic } = bench();
    answerWith(() => GOOD, growing(clock));
    await clock.advance(2 * MINUTE);
    answerWith(() => failure('refused'));
    await clock.advance(6 * MINUTE);
    expect(traffic()).toBeUndefined();
  });
});
