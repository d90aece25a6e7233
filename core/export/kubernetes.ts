import { SIGHTINGS } from '../monitor/streak.ts';
import { sightingsNeeded, thresholdsOf, type Thresholds } from '../monitor/thresholds.ts';
import type { Settings } from '../settings.ts';
import { portOf } from '../target-url.ts';
import type { ExportFile } from './export-file.ts';
import type { ExportTarget } from './export-target.ts';
import { yamlText } from './yaml-text.ts';

// As the proxy's health API documents them: seconds, and the two pages.
const LIVENESS = { path: '/health', initialDelaySeconds: 30, periodSeconds: 10 } as const;
const READINESS = { path: '/health/detailed', initialDelaySeconds: 5, periodSeconds: 5 } as const;
const TIMEOUT_SECONDS = 5;
// The slowest start that was measured took 143 s.
const STARTUP = { periodSeconds: 5, failureThreshold: 30 } as const;

const HEAD = [
  'The probes of Claude proxies that run as containers. Where the containers have these names, this puts them into place:',
  '  kubectl patch deployment NAME --patch-file pilot-light-probes.yml',
  'Kubernetes looks at the status alone: a proxy that says "unhealthy" with status 200 is ready to it.',
];

/** The file of `export kubernetes`: a patch of a deployment, with one container for each target. */
export function kubernetesProbes(settings: Settings, targets: readonly ExportTarget[]): ExportFile {
  const thresholds = thresholdsOf(settings);
  const names = containerNames(targets);
  const containers = targets.map((target, i) => container(target, names[i] ?? '', thresholds));
  const patch = { spec: { template: { spec: { containers } } } };
  return { name: 'pilot-light-probes.yml', text: yamlText(patch, HEAD) };
}

function container(target: ExportTarget, name: string, thresholds: Thresholds): object {
  const { url, path = READINESS.path } = target;
  const address = new URL(url);
  const port = portOf(address);
  const scheme = address.protocol === 'https:' ? 'HTTPS' : 'HTTP';
  const get = (page: string): object => ({ path: address.pathname.replace(/\/+$/, '') + page, port, scheme });
  // Where the documented pages are not what was found, only that which was found is known to cost nothing.
  const alive = path === READINESS.path ? LIVENESS.path : path;
  return {
    name,
    ports: [{ containerPort: port }],
    startupProbe: { httpGet: get(alive), timeoutSeconds: TIMEOUT_SECONDS, ...STARTUP },
    livenessProbe: probe(get(alive), LIVENESS, { failureThreshold: sightingsNeeded('silent', thresholds) }),
    readinessProbe: probe(get(path), READINESS, {
      failureThreshold: sightingsNeeded('answered', thresholds),
      successThreshold: SIGHTINGS,
    }),
  };
}

function probe(httpGet: object, times: typeof LIVENESS | typeof READINESS, thresholds: object): object {
  const { initialDelaySeconds, periodSeconds } = times;
  return { httpGet, initialDelaySeconds, periodSeconds, timeoutSeconds: TIMEOUT_SECONDS, ...thresholds };
}

const MAX_NAME = 63;
const UNNAMED = 'claude-proxy';

/** A name for each container: letters, digits and hyphens, as Kubernetes wants them, and each only once. */
function containerNames(targets: readonly ExportTarget[]): readonly string[] {
  const taken = new Set<string>();
  return targets.map(({ name, url }) => {
    const wanted = name === url ? UNNAMED : dnsLabel(name) || UNNAMED;
    let unique = wanted;
    for (let number = 2; taken.has(unique); number += 1) {
      const end = `-${number}`;
      unique = wanted.slice(0, MAX_NAME - end.length) + end;
    }
    taken.add(unique);
    return unique;
  });
}

function dnsLabel(name: string): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.join('-').slice(0, MAX_NAME).replace(/-+$/, '');
}
