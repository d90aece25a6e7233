import { readSettings } from '../../core/settings.ts';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, it, type TestContext } from 'vitest';
import type { Light } from '../../core/health/light.ts';
import type { Alert } from '../../core/monitor/alerts.ts';
import { systemClock } from '../../engine/clock.ts';
import { startMonitor } from '../../engine/start-monitor.ts';
import { holdConnection } from '../../engine/probe/held-connection.ts';
import { startIdleClosing } from '../bench/servers/idle-closing.ts';
import { startProxyProcess, type ProxyProcess } from './proxy-process.ts';

// Real processes, real sockets, real time. How fast it is, the bench measures; here it matters what is told, and how often.
const STORY_LIMIT_MS = 60_000;
const PATIENCE = { timeout: 40_000, interval: 20 } as const;

interface Watched {
  readonly alerts: readonly Alert['type'][];
  /** Every light in its order, each told once. */
  readonly lights: readonly Light[];
  /** Probes that have ended. */
  readonly probes: () => number;
  readonly isSteady: () => boolean;
  readonly finding: () => string | undefined;
}

type Story = Pick<TestContext, 'onTestFinished'>;

function watch({ onTestFinished }: Story, url: string, intervalMs: number): Watched {
  const monitor = startMonitor({
    settings: { ...readSettings(undefined), targets: [{ url }], interval: intervalMs / 1_000 },
    platform: 'linux',
    appVersion: '0.0.0',
    clock: systemClock,
    connect: (address, onLost) => holdConnection({ url: address, onLost, clock: systemClock }),
    onError: (error) => {
      throw error;
    },
  });
  onTestFinished(() => monitor.stop());
  const [alerts, lights]: [Alert['type'][], Light[]] = [[], []];
  let probes = 0;
  monitor.onAlert(({ alert }) => alerts.push(alert.type));
  monitor.onSnapshot(({ light }) => {
    probes += 1;
    if (light !== lights.at(-1)) lights.push(light);
  });
  const target = () => monitor.snapshot().targets[0];
  return {
    alerts,
    lights,
    probes: () => probes,
    isSteady: () => target()?.light === 'healthy' && target()?.confirmed === true,
    finding: () => target()?.findings[0]?.id,
  };
}

function proxy({ onTestFinished }: Story, port?: number): ProxyProcess {
  const started = startProxyProcess(port);
  onTestFinished(() => started.kill());
  return started;
}

describe.concurrent('outages of real processes', { timeout: STORY_LIMIT_MS }, () => {
  it('a proxy that is killed is told once, and so is its return', async ({ expect, ...story }) => {
    const first = proxy(story);
    const { url, port } = await first.listen();
    const seen = watch(story, url, 1_000);
    await expect.poll(seen.isSteady, PATIENCE).toBe(true);
    await first.kill();
    await expect.poll(() => seen.alerts, PATIENCE).toEqual(['incident-opened']);
    expect(seen.finding()).toBe('proxy-not-running');
    const then = seen.probes();
    await expect.poll(seen.probes, PATIENCE).toBeGreaterThan(then + 5);
    expect(seen.alerts).toEqual(['incident-opened']);
    await proxy(story, port).listen();
    await expect.poll(() => seen.alerts, PATIENCE).toEqual(['incident-opened', 'incident-closed']);
    expect(seen.lights).toEqual(['healthy', 'down', 'healthy']);
  });

  it('a restart within a second alarms nobody, but is seen', async ({ expect, ...story }) => {
    const first = proxy(story);
    const { url, port } = await first.listen();
    const second = proxy(story, port);
    const seen = watch(story, url, 1_000);
    await expect.poll(seen.isSteady, PATIENCE).toBe(true);
    await first.kill();
    await expect.poll(() => seen.lights.at(-1), PATIENCE).toBe('down');
    await wait(300);
    await second.listen();
    await expect.poll(seen.isSteady, PATIENCE).toBe(true);
    const then = seen.probes();
    await expect.poll(seen.probes, PATIENCE).toBeGreaterThan(then + 5);
    expect([seen.alerts, seen.lights]).toEqual([[], ['healthy', 'down', 'healthy']]);
  });

  it.runIf(process.platform !== 'win32')(
    'a proxy that hangs is doubted first, then told, and it may come back',
    async ({ expect, ...story }) => {
      const server = proxy(story);
      const seen = watch(story, (await server.listen()).url, 1_000);
      await expect.poll(seen.isSteady, PATIENCE).toBe(true);
      server.signal('SIGSTOP');
      await expect.poll(() => seen.lights, PATIENCE).toEqual(['healthy', 'unknown']);
      expect([seen.finding(), seen.alerts]).toEqual(['not-responding', []]);
      await expect.poll(() => seen.alerts, PATIENCE).toEqual(['incident-opened']);
      expect([seen.finding(), seen.lights.at(-1)]).toEqual(['not-responding', 'down']);
      server.signal('SIGCONT');
      await expect.poll(() => seen.alerts, PATIENCE).toEqual(['incident-opened', 'incident-closed']);
      expect(seen.lights).toEqual(['healthy', 'unknown', 'down', 'healthy']);
    },
  );

  it.for([0, 20])(
    '100 probes of a proxy that ends idle connections after %d ms: no alarm',
    async (idleMs, { expect, ...story }) => {
      const server = await startIdleClosing(idleMs);
      story.onTestFinished(server.close);
      const seen = watch(story, server.url, 20);
      await expect.poll(seen.probes, PATIENCE).toBeGreaterThanOrEqual(100);
      expect([seen.alerts, seen.lights]).toEqual([[], ['healthy']]);
    },
  );
});
