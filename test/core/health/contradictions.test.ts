import { describe, expect, it } from 'vitest';
import type { Sight } from '../../../core/health/contradictions.ts';
import { CONTRADICTION_IDS, type ContradictionId } from '../../../core/health/finding.ts';
import { judge } from '../../../core/health/judge.ts';
import type { Traffic } from '../../../core/metrics/traffic.ts';
import type { CliSeen, LocalSight } from '../../../core/sight/local-sight.ts';
import { english } from '../../../core/text/english.ts';
import { fixture } from '../../fixtures/read.ts';
import { answer } from '../answers.ts';

type Part = Readonly<Record<string, unknown>>;

const NOW = Date.UTC(2026, 10, 22, 12);
const AN_HOUR = 3_600_000;
const iso = (ms: number): string => new Date(ms).toISOString();

// The documented healthy answer with some parts told otherwise.
const body = (parts: Readonly<Record<string, Part>> = {}, rest: Part = {}): Part => {
  const documented = JSON.parse(fixture('documented/detailed-200-healthy.json')) as {
    components: Record<string, Part>;
  };
  const components = Object.fromEntries(
    Object.entries({ ...documented.components, ...parts }).map(([id, part]) => [
      id,
      { ...documented.components[id], ...part },
    ]),
  );
  return { ...documented, ...rest, components };
};

const at = (sight: Partial<Sight> = {}): Sight => ({ now: NOW, port: 8000, ...sight });

function after(earlier: Part, secondsAgo: number): Sight {
  const { report } = judge(answer(200, earlier));
  return report === undefined ? at() : at({ before: { report, at: NOW - secondsAgo * 1000 } });
}

function seenHere(present: boolean): LocalSight {
  const cli: CliSeen = { path: '/usr/local/bin/claude', source: 'path', state: 'program', version: '2.1.330' };
  return {
    cli: { candidates: [cli], chosen: cli, searched: [] },
    signIn: { place: 'file', present, overriddenBy: [] },
  };
}

const found = (status: number, said: Part, sight: Sight): readonly unknown[] =>
  judge(answer(status, said), { sight }).findings.flatMap(({ evidence }) => evidence.contradiction ?? []);

const QUIET: Traffic = { at: NOW, windowMs: AN_HOUR, errorTypes: [], course: [], countsProbes: false, failing: false };

const CASES: Readonly<Record<ContradictionId, readonly [status: number, said: Part, sight?: Sight]>> = {
  'healthy-with-error-status': [503, body()],
  'unhealthy-with-success-status': [200, body({}, { status: 'unhealthy' })],
  'healthy-but-required-fails': [200, body({ claude_cli: { status: 'error' } })],
  'healthy-but-part-fails': [200, body({ redis: { status: 'unhealthy' } })],
  'signed-in-yet-signed-out': [200, body({ authentication: { logged_in: false } }, { status: 'degraded' })],
  'signed-out-yet-signed-in': [200, body({ authentication: { status: 'unauthenticated' } }, { status: 'degraded' })],
  'cli-and-sign-in-disagree': [503, body({ claude_cli: { authenticated: false } }, { status: 'unhealthy' })],
  'signed-in-but-expired': [200, body({ authentication: { expires: iso(NOW - 1) } })],
  'check-is-old': [200, body({ claude_cli: { last_check: iso(NOW - AN_HOUR) } })],
  'check-from-the-future': [200, body({ claude_cli: { last_check: iso(NOW + 3 * AN_HOUR) } })],
  'more-errors-than-requests': [200, body({ api_server: { requests_processed: 3, errors: 4 } })],
  'port-is-another': [200, body(), at({ port: 8001 })],
  'ports-disagree': [200, body({}, { configuration: { port: 9000 } })],
  'uptime-went-back': [200, body({ api_server: { uptime: '5s' } }), after(body(), 4)],
  'uptime-stands-still': [200, body(), after(body(), 120)],
  'uptime-leapt': [200, body({ api_server: { uptime: '9h' } }), after(body(), 4)],
  'requests-went-back': [
    200,
    body({ api_server: { requests_processed: 10, uptime: '2h 15m 34s' } }),
    after(body({ api_server: { requests_processed: 20 } }), 4),
  ],
  'cli-version-is-another': [200, body(), at({ local: seenHere(true) })],
  'metrics-miss-the-cli': [200, body(), at({ traffic: { ...QUIET, cli: false } })],
  'version-changed': [200, body({ api_server: { uptime: '2h 15m 34s' } }, { version: '1.0.1' }), after(body(), 4)],
};

describe('the lie detector', () => {
  it.each(CONTRADICTION_IDS)('%s: found, alone, and explained in a line', (id) => {
    const [status, said, sight = at()] = CASES[id];
    expect(found(status, said, sight)).toEqual([id]);
    const why = english.findings.contradiction.why({ contradiction: id });
    expect(why.length).toBeGreaterThan(20);
    expect(why.length).toBeLessThan(120);
  });

  it.each([
    [200, 'health-200-healthy'],
    [503, 'health-503-unhealthy'],
    [200, 'detailed-200-healthy'],
    [503, 'detailed-503-cli-missing'],
    [503, 'detailed-503-signed-out'],
    [503, 'detailed-503-port-taken'],
  ])('finds nothing in the documented examples: %d %s', (status, name) => {
    expect(found(status, JSON.parse(fixture(`documented/${name}.json`)) as Part, at())).toEqual([]);
  });

  it('finds nothing in two honest answers one after the other', () => {
    expect(found(200, body({ api_server: { uptime: '2h 15m 34s' } }), after(body(), 4))).toEqual([]);
    expect(found(200, body(), after(body(), 4))).toEqual([]);
  });

  it('tells a quarrel with this computer from one of the proxy with itself', () => {
    const { headline } = english.findings.contradiction;
    expect(headline({ contradiction: 'cli-version-is-another' })).toBe('The proxy and this computer disagree');
    expect(headline({ contradiction: 'ports-disagree' })).toBe('The proxy contradicts itself');
    expect(headline({ contradiction: 'version-changed' })).toBe('The proxy is not as it was before');
  });

  it('never turns a light: it is a hint beside it', () => {
    for (const id of CONTRADICTION_IDS) {
      const [status, said, sight = at()] = CASES[id];
      expect(judge(answer(status, said), { sight }).light).toBe(judge(answer(status, said)).light);
    }
  });
});
