import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grafanaDashboard } from '../../core/export/grafana/dashboard.ts';
import { prometheusFiles } from '../../core/export/prometheus/prometheus-files.ts';
import { readSettings } from '../../core/settings.ts';
import { english } from '../../core/text/english.ts';
import { sourceOf } from '../core/export/sources.ts';
import { startSimulator, type Simulator } from '../simulator/simulator.ts';
import { HAS_PROMETHEUS } from './programs.ts';
import { freePort, startProgram, until, type Running } from './running.ts';

interface Notification {
  readonly status: 'firing' | 'resolved';
  readonly alerts: readonly { readonly status: string; readonly labels: Readonly<Record<string, string>> }[];
}

interface Panel {
  readonly title: string;
  readonly targets: readonly { readonly expr: string }[];
}

interface Answer {
  readonly data: {
    readonly result: readonly { readonly metric: Record<string, string>; readonly value: [number, string] }[];
  };
}

describe.skipIf(!HAS_PROMETHEUS)('a real Prometheus, with its company, that watches a proxy as exported', () => {
  const folder = mkdtempSync(join(tmpdir(), 'real-alerts-'));
  const running: Running[] = [];
  const told: Notification[] = [];
  let simulator: Simulator;
  let listener: Server;
  let prometheus: Running;

  beforeAll(async () => {
    simulator = await startSimulator({ scenario: 'healthy' });
    listener = createServer((request, response) => {
      let body = '';
      request.on('data', (data: Buffer) => (body += data.toString()));
      request.on('end', () => {
        told.push(JSON.parse(body) as Notification);
        response.end();
      });
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => listener.once('listening', resolve));
    const ports = { blackbox: await freePort(), alertmanager: await freePort(), prometheus: await freePort() };
    const hook = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/`;
    const source = sourceOf(
      { interval: 1, targets: [{ url: simulator.url, name: 'Played' }] },
      { [simulator.url]: '/health/detailed' },
    );
    for (const { name, text } of prometheusFiles(source)) {
      const here = text
        .replaceAll('127.0.0.1:9115', `127.0.0.1:${ports.blackbox}`)
        .replaceAll('127.0.0.1:9093', `127.0.0.1:${ports.alertmanager}`)
        .replace('group_interval: 10s', 'group_interval: 1s')
        .replace(
          '- name: pilot-light\n  - name',
          `- name: pilot-light\n    webhook_configs: [{ url: "${hook}" }]\n  - name`,
        );
      writeFileSync(join(folder, name), here);
    }
    const at = (port: number): string => `--web.listen-address=127.0.0.1:${port}`;
    const config = (name: string): string => `--config.file=${join(folder, name)}`;
    running.push(
      await startProgram('prometheus-blackbox-exporter', ports.blackbox, [config('blackbox.yml'), at(ports.blackbox)]),
      await startProgram('prometheus-alertmanager', ports.alertmanager, [
        config('alertmanager.yml'),
        at(ports.alertmanager),
        '--cluster.listen-address=',
        `--storage.path=${join(folder, 'alertmanager')}`,
      ]),
    );
    prometheus = await startProgram('prometheus', ports.prometheus, [
      config('prometheus.yml'),
      at(ports.prometheus),
      `--storage.tsdb.path=${join(folder, 'prometheus')}`,
    ]);
    running.push(prometheus);
  });

  afterAll(async () => {
    await Promise.all(running.map((each) => each.stop()));
    await simulator.close();
    listener.closeAllConnections();
    listener.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = async (query: string): Promise<Answer['data']['result']> => {
    const response = await fetch(`${prometheus.url}/api/v1/query?query=${encodeURIComponent(query)}`);
    return ((await response.json()) as Answer).data.result;
  };
  const lightIs = (number: number): Promise<void> =>
    until(`the light is ${number}`, async () => {
      const [only] = await ask('pilot_light:light');
      return only?.value[1] === String(number);
    });
  const firing = async (): Promise<readonly string[]> =>
    (await ask('ALERTS{alertstate="firing", severity!="info"}'))
      .map(({ metric }) => metric['alertname'] ?? '')
      .toSorted();
  const heard = (status: Notification['status'], alert: string): Promise<void> =>
    until(`${alert} is told as ${status}`, async () =>
      told.some((each) => each.status === status && each.alerts.some(({ labels }) => labels['alertname'] === alert)),
    );

  it('shows green, and reads the proxy’s own figures', async () => {
    await lightIs(0);
    // Each job begins at a moment of its own.
    await expect.poll(() => ask('claude_proxy_requests_total{proxy="Played"}'), { timeout: 10_000 }).toHaveLength(1);
    expect(await firing()).toEqual([]);
  });

  it('has data for every panel of the dashboard that needs neither trouble nor five minutes', async () => {
    const { panels } = JSON.parse(grafanaDashboard(readSettings(undefined), english).text) as { panels: Panel[] };
    const { availability, incidents, whatIsWrong } = english.export;
    const soon = panels.filter(({ title }) => ![availability, incidents, whatIsWrong].includes(title));
    expect(soon).toHaveLength(6);
    for (const { expr } of soon.flatMap(({ targets }) => targets)) {
      const filled = expr.replaceAll('$proxy', '.*').replaceAll('$__rate_interval', '10s');
      // One after the other, so that a failure names its question.
      // oxlint-disable-next-line no-await-in-loop
      await until(filled, async () => (await ask(filled)).length > 0);
    }
  });

  it('tells once that the proxy is gone, and once that it is back', async () => {
    const { port } = simulator;
    await simulator.close();
    await lightIs(3);
    await heard('firing', 'PilotLightProxyNotRunning');
    expect(await firing()).toEqual(['PilotLightProxyNotRunning']);
    simulator = await startSimulator({ scenario: 'healthy', port });
    await lightIs(0);
    await heard('resolved', 'PilotLightProxyNotRunning');
    expect(told.map(({ status }) => status)).toEqual(['firing', 'resolved']);
  });

  it('tells the root cause alone', async () => {
    told.length = 0;
    await simulator.switchTo('signed-out');
    await heard('firing', 'PilotLightSignedOut');
    expect(await firing()).toEqual(['PilotLightReportedUnhealthy', 'PilotLightSignedOut']);
    expect(told.flatMap(({ alerts }) => alerts.map(({ labels }) => labels['alertname']))).toEqual([
      'PilotLightSignedOut',
    ]);
    await simulator.switchTo('healthy');
    await heard('resolved', 'PilotLightSignedOut');
    // What it explained may last a little longer, and is not told.
    await expect.poll(firing, { timeout: 10_000 }).toEqual([]);
    expect(told.map(({ status }) => status)).toEqual(['firing', 'resolved']);
  });

  it.each([
    ['cli-missing', 3, 'cli-not-found'],
    ['unauthenticated', 3, 'signed-out'],
    ['degraded', 2, 'reported-degraded'],
    ['stranger', 3, 'stranger-answers'],
    ['hanging', 3, 'not-responding'],
    ['error-500', 3, 'reported-unhealthy'],
  ] as const)('sees what is wrong: %s', async (scenario, light, finding) => {
    await simulator.switchTo(scenario);
    await lightIs(light);
    await expect
      .poll(() => ask(`pilot_light:finding{finding="${finding}"}`), { timeout: 10_000, interval: 100 })
      .toHaveLength(1);
    await simulator.switchTo('healthy');
    await lightIs(0);
  });
});
