import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { kubernetesProbes } from '../../../core/export/kubernetes.ts';
import { readSettings } from '../../../core/settings.ts';
import { GOLDEN, sourceOf } from './sources.ts';

interface Probe {
  readonly httpGet: { readonly path: string; readonly port: number; readonly scheme: string };
  readonly periodSeconds: number;
  readonly timeoutSeconds: number;
  readonly failureThreshold: number;
}

interface Container {
  readonly name: string;
  readonly startupProbe: Probe;
  readonly livenessProbe: Probe;
  readonly readinessProbe: Probe;
}

function containers(given: object, paths: Readonly<Record<string, string>> = {}): readonly Container[] {
  const { settings, targets } = sourceOf(given, paths);
  const read = parse(kubernetesProbes(settings, targets).text) as {
    spec: { template: { spec: { containers: Container[] } } };
  };
  return read.spec.template.spec.containers;
}

describe('export kubernetes', () => {
  it('writes the probes as before', async () => {
    const { name, text } = kubernetesProbes(GOLDEN.settings, GOLDEN.targets);
    await expect(text).toMatchFileSnapshot(`../../fixtures/export/${name}`);
  });

  it('asks as the health API documents it', () => {
    const [only] = containers({});
    expect(only).toMatchObject({
      name: 'claude-proxy',
      livenessProbe: { httpGet: { path: '/health', port: 8000 }, initialDelaySeconds: 30, periodSeconds: 10 },
      readinessProbe: { httpGet: { path: '/health/detailed', port: 8000 }, initialDelaySeconds: 5, periodSeconds: 5 },
    });
  });

  it('asks only the page that was found, where that is another one', () => {
    const url = 'https://proxy.example/base';
    const [only] = containers({ targets: [{ url }] }, { [url]: '/health/readiness' });
    const httpGet = { path: '/base/health/readiness', port: 443, scheme: 'HTTPS' };
    expect([only?.startupProbe.httpGet, only?.livenessProbe.httpGet, only?.readinessProbe.httpGet]).toEqual([
      httpGet,
      httpGet,
      httpGet,
    ]);
  });

  it('waits for the slowest start that was measured, 143 s', () => {
    const [seconds] = containers({}).map(({ startupProbe: each }) => each.periodSeconds * each.failureThreshold);
    expect(seconds).toBeGreaterThan(143);
  });

  it('gives each container a name that Kubernetes takes, whatever the proxies are called', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 100 }), { minLength: 1, maxLength: 5 }),
        (names) => {
          const { targets } = readSettings({ targets: names.map((name) => ({ name, url: 'http://localhost:1' })) });
          const given = containers({ targets }).map(({ name }) => name);
          expect(new Set(given).size).toBe(names.length);
          for (const name of given) expect(name).toMatch(/^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/);
        },
      ),
    );
  });
});
