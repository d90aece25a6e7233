import { describe, expect, it } from 'vitest';
import type { ProbeResult } from '../../core/health/probe-result.ts';
import { readSettings, type Settings } from '../../core/settings.ts';
import type { LocalSight, PortOwner } from '../../core/sight/local-sight.ts';
import { headline } from '../../core/text/target-lines.ts';
import { english } from '../../core/text/english.ts';
import type { Monitor, MonitorOptions, TargetAlert } from '../../engine/monitor.ts';
import { startMonitor } from '../../engine/start-monitor.ts';
import type { Surveyor } from '../../engine/surroundings.ts';
import { answer, failure } from '../core/answers.ts';
import { pageOf } from '../core/metrics/pages.ts';
import { fixture } from '../fixtures/read.ts';
import { virtualClock, type VirtualClock } from './virtual-clock.ts';

const GOOD = answer(200, { status: 'ok' });
const PAGE = answer(200, '<html>');
const METRICS = answer(200, pageOf({ requests: 7 }));
const SIGHT: LocalSight = {
  cli: { candidates: [], searched: [] },
  signIn: { place: 'file', present: true, overriddenBy: [] },
};
const SIGNED_OUT: LocalSight = { ...SIGHT, signIn: { place: 'file', present: false, overriddenBy: [] } };
const OWNER: PortOwner = { kind: 'known', pid: 4121, name: 'python3 http.server', sharesLogin: true };

type Told = Pick<Partial<MonitorOptions>, 'onEvent' | 'availability' | 'onFixed' | 'onError'>;

interface Bench {
  readonly monitor: Monitor;
  readonly clock: VirtualClock;
  readonly alerts: TargetAlert[];
  readonly asked: { looks: number; owners: number };
  readonly answers: Map<string, ProbeResult>;
  /** How often each address was asked. */
  readonly probes: Map<string, number>;
}

// Two proxies, A and B; the wire is played here, the real one has its own tests.
async function bench(
  told: Told = {},
  isSignedIn = true,
  reply: (path: string) => ProbeResult = () => GOOD,
): Promise<Bench> {
  const clock = virtualClock();
  const answers = new Map<string, ProbeResult>();
  const probes = new Map<string, number>();
  const asked = { looks: 0, owners: 0 };
  const alerts: TargetAlert[] = [];
  const surveyor: Surveyor = {
    look: () => Promise.resolve(isSignedIn ? SIGHT : SIGNED_OUT).finally(() => (asked.looks += 1)),
    portOwner: () => Promise.resolve(OWNER).finally(() => (asked.owners += 1)),
  };
  const monitor = startMonitor({
    settings: readSettings({
      targets: [
        { name: 'A', url: 'http://127.0.0.1:1' },
        { name: 'B', url: 'http://127.0.0.1:2' },
      ],
    }),
    platform: 'linux',
    appVersion: '0.1.0',
    clock,
    surveyor,
    connect: (url) => ({
      ask: (path) => {
        probes.set(url, (probes.get(url) ?? 0) + 1);
        return Promise.resolve(answers.get(url) ?? reply(path));
      },
      keepAliveMs: () => undefined,
      close: () => {},
    }),
    onError: (error) => {
      throw error;
    },
    ...told,
  });
  monitor.onAlert((alert) => alerts.push(alert));
  await clock.advance(2_000);
  return { monitor, clock, alerts, asked, answers, probes };
}

const A = 'http://127.0.0.1:1';
const B = 'http://127.0.0.1:2';
const C = 'http://127.0.0.1:3';
const idOf = ({ monitor }: Bench, url: string): string =>
  monitor.snapshot().targets.find((target) => target.url === url)?.id ?? '';
const lights = ({ monitor }: Bench): readonly string[] => monitor.snapshot().targets.map(({ light }) => light);

describe('a monitor of several targets', () => {
  it('shows each by its own light, and all by the worst', async () => {
    const all = await bench();
    expect([all.monitor.snapshot().light, lights(all)]).toEqual(['healthy', ['healthy', 'healthy']]);
    all.answers.set(A, failure('refused'));
    await all.clock.advance(10_000);
    expect([all.monitor.snapshot().light, lights(all)]).toEqual(['down', ['down', 'healthy']]);
    expect(all.alerts).toMatchObject([{ targetId: idOf(all, A), alert: { type: 'incident-opened' } }]);
  });

  it('numbers its snapshots, and stops telling when it is told to', async () => {
    const { monitor, clock } = await bench();
    const seen: number[] = [];
    const stop = monitor.onSnapshot(({ seq }) => seen.push(seq));
    await clock.advance(8_000);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen).toEqual(seen.map((_, i) => (seen[0] ?? 0) + i));
    stop();
    await clock.advance(8_000);
    expect(monitor.snapshot().seq).toBeGreaterThan(seen.at(-1) ?? 0);
    monitor.stop();
    const last = monitor.snapshot().seq;
    await clock.advance(60_000);
    expect([monitor.snapshot().seq, clock.waiting]).toEqual([last, 0]);
  });

  it('R32: tells the other faces when one falls over, and says so', async () => {
    const errors: unknown[] = [];
    const all = await bench({ onError: (error) => errors.push(error) });
    const heard: string[] = [];
    const fallOver = (): never => {
      throw new Error('a face fell over');
    };
    all.monitor.onSnapshot(fallOver);
    all.monitor.onSnapshot(({ light }) => heard.push(light));
    all.monitor.onAlert(fallOver);
    all.monitor.onAlert(({ alert }) => heard.push(alert.type));
    all.answers.set(A, failure('refused'));
    await all.clock.advance(10_000);
    expect([heard.at(-1), heard.includes('incident-opened')]).toEqual(['down', true]);
    expect(new Set(errors.map(String))).toEqual(new Set(['Error: a face fell over']));
  });

  it('draws one anew when that one moved, also where its neighbours have the same address', async () => {
    const all = await bench({}, true, (path) => (path.endsWith('/metrics') ? METRICS : GOOD));
    all.monitor.configure(readSettings({ targets: Array.from({ length: 5 }, () => ({ url: A })) }), []);
    await all.clock.advance(2_000);
    const askedBefore = all.probes.get(A) ?? 0;
    const changes: number[] = [];
    let before = all.monitor.snapshot().targets;
    all.monitor.onSnapshot(({ targets }) => {
      changes.push(targets.filter((target, i) => target !== before[i]).length);
      before = targets;
    });
    await all.clock.advance(60_000);
    expect(all.monitor.snapshot().targets.every(({ traffic }) => traffic !== undefined)).toBe(true);
    expect(new Set(changes)).toEqual(new Set([1]));
    expect(changes.length).toBe((all.probes.get(A) ?? 0) - askedBefore);
  });

  it('pauses one and goes on with the other; unknown ones are ignored', async () => {
    const all = await bench();
    all.monitor.pause(idOf(all, A));
    all.monitor.pause('nobody');
    expect(lights(all)).toEqual(['paused', 'healthy']);
    expect(all.monitor.snapshot().light).toBe('healthy');
    all.monitor.resume(idOf(all, A));
    await all.clock.advance(1_000);
    expect(lights(all)).toEqual(['healthy', 'healthy']);
  });

  it('takes a stranger for the proxy when it is told so', async () => {
    const all = await bench();
    all.answers.set(A, answer(200, { status: 'ok', service: 'grafana' }));
    await all.clock.advance(8_000);
    expect(lights(all)).toEqual(['down', 'healthy']);
    all.monitor.accept(idOf(all, A));
    await all.clock.advance(1_000);
    expect(lights(all)).toEqual(['healthy', 'healthy']);
  });
});

describe('other settings', () => {
  const CHANGES: readonly (readonly [string, Partial<Settings>])[] = [
    ['one more target', { targets: [{ url: A }, { url: B }, { url: C }] }],
    ['one target less', { targets: [{ url: A }] }],
    ['other names', { targets: [{ url: A, name: 'first' }, { url: B }] }],
    ['another order', { targets: [{ url: B }, { url: C }, { url: A }] }],
    ['another interval', { interval: 2 }],
    ['another language', { language: 'de' }],
  ];

  it.each(CHANGES)('%s: what is still watched keeps its id, its incident and its identity', async (_what, change) => {
    const all = await bench();
    all.answers.set(A, answer(503, { status: 'unhealthy', error: 'Claude CLI authentication failed' }));
    await all.clock.advance(10_000);
    const before = all.monitor.snapshot().targets.find(({ url }) => url === A);
    all.monitor.configure({ ...all.monitor.snapshot().settings, ...change }, []);
    const { id, light, confirmed, since, incident } = all.monitor.snapshot().targets.find(({ url }) => url === A) ?? {};
    expect({ id, light, confirmed, since, incident }).toMatchObject({
      id: before?.id,
      light: 'down',
      confirmed: true,
      since: before?.since,
      incident: before?.incident,
    });
    all.answers.delete(A);
    await all.clock.advance(10_000);
    expect(all.alerts.map(({ alert }) => alert.type)).toEqual(['incident-opened', 'incident-closed']);
    expect(all.monitor.snapshot().targets.map(({ url }) => url)).toEqual(
      all.monitor.snapshot().settings.targets.map(({ url }) => url),
    );
  });

  it('a target that is gone is not asked any more, one that is new at once, and the others when their time has come', async () => {
    const { monitor, clock, probes } = await bench();
    await clock.advance(10_000);
    const [a = 0, b = 0] = [probes.get(A), probes.get(B)];
    monitor.configure({ ...monitor.snapshot().settings, targets: [{ url: C }, { url: B }] }, []);
    await clock.advance(0);
    expect([probes.get(A), probes.get(B), probes.get(C)]).toEqual([a, b, 1]);
    await clock.advance(40_000);
    expect([probes.get(A), probes.get(B)]).toEqual([a, b + 10]);
  });

  it('a new interval holds at once, and one that is what it was asks nothing', async () => {
    const { monitor, clock, probes } = await bench();
    await clock.advance(10_000);
    monitor.configure({ ...monitor.snapshot().settings, interval: 10 }, []);
    const before = probes.get(A) ?? 0;
    await clock.advance(0);
    expect(probes.get(A)).toBe(before + 1);
    monitor.configure({ ...monitor.snapshot().settings }, []);
    await clock.advance(9_999);
    expect(probes.get(A)).toBe(before + 1);
    await clock.advance(1);
    expect(probes.get(A)).toBe(before + 2);
  });

  it('a pause lasts, and a snapshot never mixes old and new places', async () => {
    const all = await bench();
    all.monitor.pause(idOf(all, A));
    all.monitor.onSnapshot(({ settings, targets }) => {
      expect(targets.map(({ url }) => url)).toEqual(settings.targets.map(({ url }) => url));
    });
    all.monitor.configure(readSettings({ targets: [{ url: B }, { url: C }, { url: A }] }), []);
    await all.clock.advance(8_000);
    expect(lights(all)).toEqual(['healthy', 'healthy', 'paused']);
  });
});

describe('what the computer sees', () => {
  it('is looked at when a proxy tells nothing of it, and not with every probe', async () => {
    const { monitor, clock, asked } = await bench();
    expect(monitor.snapshot().sight).toEqual(SIGHT);
    await clock.advance(60_000);
    expect(asked).toEqual({ looks: 1, owners: 0 });
  });

  it('is looked at anew at once when another CLI is named, and not for any other setting', async () => {
    const { monitor, clock, asked } = await bench();
    const { settings } = monitor.snapshot();
    monitor.configure({ ...settings, notifications: false }, []);
    await clock.advance(0);
    expect(asked.looks).toBe(1);
    monitor.configure({ ...settings, cliPath: '/opt/claude' }, []);
    await clock.advance(0);
    expect(asked.looks).toBe(2);
  });

  it('has the proxy asked again at once where it changes what is told, which is in doubt until then', async () => {
    const all = await bench({}, false);
    const [id, doubts] = [idOf(all, A), [] as boolean[]];
    all.answers.set(A, answer(200, fixture('documented/detailed-200-healthy.json')));
    all.monitor.onSnapshot(() => doubts.push(all.monitor.inDoubt(id)));
    all.monitor.checkNow(id);
    await all.clock.advance(500);
    // The answer, then who holds the port, then the answer again.
    expect(doubts).toEqual([true, true, false]);
    expect([lights(all), all.asked.owners]).toEqual([['degraded', 'healthy'], 1]);
    expect(all.monitor.inDoubt('nobody')).toBe(false);
  });

  it('names the program that answers instead of the proxy, and forgets it when the proxy is back', async () => {
    const { monitor, clock, asked, answers } = await bench();
    answers.set(A, PAGE);
    await clock.advance(60_000);
    const [target] = monitor.snapshot().targets;
    expect(target?.findings[0]?.evidence).toMatchObject({ name: 'python3 http.server', pid: 4121 });
    expect(target && headline(target, english)).toBe('Another program answers: python3 http.server');
    expect(asked.owners).toBeLessThanOrEqual(7);
    answers.set(A, GOOD);
    await clock.advance(8_000);
    expect(monitor.snapshot().targets[0]?.findings).toEqual([]);
  });
});

describe('what others remember', () => {
  it('is in every snapshot, and they are told of everything by the address', async () => {
    const day = { edges: [0, 1], to: 1, cells: [[1, 0, 0, 0] as const], uptime: 1, coverage: 1, incidents: 0 };
    const [events, fixed]: [string[], string[]] = [[], []];
    const { monitor, clock, answers } = await bench({
      onEvent: ({ id, url }, { event }) => events.push(`${id} ${url} ${event.type}`),
      availability: (url) => (url === A ? day : undefined),
      onFixed: (url, { step }) => fixed.push(`${url} ${step}`),
    });
    const [first] = monitor.snapshot().targets;
    expect(events).toContain(`${first?.id} ${A} judged`);
    expect(monitor.snapshot().targets.map(({ availability }) => availability)).toEqual([day, undefined]);
    answers.set(A, failure('refused'));
    await clock.advance(10_000);
    monitor.stepUsed(first?.id ?? '', 'proxy-not-running', 'start-proxy');
    answers.set(A, GOOD);
    await clock.advance(10_000);
    expect(fixed).toEqual([`${A} start-proxy`]);
    monitor.note({ historyTrouble: 'ENOSPC' });
    expect(monitor.snapshot().historyTrouble).toBe('ENOSPC');
    monitor.note({ historyTrouble: undefined });
    expect(monitor.snapshot()).not.toHaveProperty('historyTrouble');
  });
});
