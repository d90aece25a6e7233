import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../../core/health/judge.ts';
import type { FailureKind } from '../../../core/health/probe-result.ts';
import { answer, failure } from '../answers.ts';
import { fixture } from '../../fixtures/read.ts';

type Detailed = { components: Record<string, Record<string, unknown>> } & Record<string, unknown>;
const healthy = (): Detailed => JSON.parse(fixture('documented/detailed-200-healthy.json')) as Detailed;
const light = (status: number, body: unknown): string => judge(answer(status, body)).light;
const root = (status: number, body: unknown): string | undefined => judge(answer(status, body)).findings[0]?.id;

describe('never green without proof', () => {
  it.each(['HEALTHY', ' healthy ', 'healthy\n', 'Healthy', 'OK', '', true, 1, ['healthy'], {}, null, undefined])(
    'input 4: the overall word %j is not the word',
    (status) => {
      expect(light(200, { ...healthy(), status })).toBe('unknown');
      expect(light(200, { status })).toBe('unknown');
    },
  );

  it.each([
    '{}',
    '[]',
    'null',
    '"healthy"',
    '42',
    '',
    '   ',
    'healthy',
    '{"status":"healthy"',
    '[{"status":"healthy"}]',
  ])('input 2: 200 with %s proves nothing', (body) => {
    expect(light(200, body)).toBe('unknown');
  });

  it('input 1: a web page on the port is another program', () => {
    expect(judge(answer(200, '<!doctype html><title>healthy</title>'))).toMatchObject({
      light: 'down',
      findings: [{ id: 'stranger-answers' }],
    });
  });

  it('input 3: of the HTTP status and the word, the worse counts', () => {
    expect([light(503, healthy()), root(503, healthy())]).toEqual(['down', 'server-error']);
    expect(light(200, { ...healthy(), status: 'unhealthy' })).toBe('down');
    expect(light(500, { status: 'healthy' })).toBe('down');
  });

  it.each([
    ['claude_cli', { status: 'unhealthy' }, 'cli-broken'],
    ['claude_cli', { status: 'error', error: 'claude: not found' }, 'cli-not-found'],
    ['authentication', { status: 'unauthenticated' }, 'signed-out'],
    ['authentication', { status: 'healthy', logged_in: false }, 'signed-out'],
    ['authentication', { status: 'error' }, 'sign-in-failing'],
    ['api_server', { status: 'error' }, 'component-failing'],
    ['claude_cli', { status: 'healthy', authenticated: false }, 'cli-broken'],
  ])('input 5: overall healthy, but %s says %j', (id, component, finding) => {
    const body = healthy();
    body.components[id] = component;
    expect([light(200, body), root(200, body)]).toEqual(['down', finding]);
  });

  it('input 5: a required component whose word is unknown is no proof', () => {
    const body = healthy();
    body.components['claude_cli'] = { status: 'splendid' };
    expect(light(200, body)).toBe('unknown');
  });

  it.each([null, [], 'healthy', 7])('input 44: a required component that is %j is no proof', (component) => {
    const body = { ...healthy(), components: { ...healthy().components, claude_cli: component } };
    expect(light(200, body)).toBe('unknown');
  });

  it('input 6: a service that no dialect knows is another program, named', () => {
    expect(judge(answer(200, { ...healthy(), service: 'grafana' }))).toMatchObject({
      light: 'down',
      findings: [{ id: 'stranger-answers', evidence: { name: 'grafana' } }],
    });
  });

  it('green over ten thousand random JSON bodies: only with a good word', () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 100, max: 599 }), (body, status) => {
        const verdict = judge(answer(status, body));
        expect(verdict.light === 'healthy').toBe(false);
        expect(verdict.findings.length).toBeGreaterThan(0);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('how much is proved', () => {
  it('a detailed answer that tells nothing of CLI and sign-in is basic all the same', () => {
    const told = judge(answer(200, { status: 'healthy', components: { api_server: { status: 'healthy' } } }));
    expect([told.light, told.report?.basic]).toEqual(['healthy', true]);
    expect(judge(answer(200, { status: 'healthy', components: {} })).report?.basic).toBe(true);
    expect(judge(answer(200, healthy())).report?.basic).toBe(false);
  });

  it('what fails explains an error status, though its own word is milder', () => {
    expect(judge(answer(503, { status: 'degraded', oauth: 'expired' }))).toMatchObject({
      light: 'down',
      findings: [{ id: 'sign-in-expired', severity: 'down' }],
    });
  });
});

describe('what is not understood does no harm', () => {
  it('input 11: further fields and components change nothing', () => {
    const body = { ...healthy(), region: 'eu', components: { ...healthy().components, cache: { status: 'healthy' } } };
    expect(light(200, body)).toBe('healthy');
  });

  it('an unknown component with an unknown word is a hint; with a bad word it is amber', () => {
    const withCache = (status: string): Detailed => ({
      ...healthy(),
      components: { ...healthy().components, cache: { status } },
    });
    expect(light(200, withCache('warming'))).toBe('healthy');
    expect([light(200, withCache('error')), root(200, withCache('error'))]).toEqual(['degraded', 'component-failing']);
  });

  it('input 44: ten thousand components are cut to 64, and the rest is counted', () => {
    const components = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`c${i}`, { status: 'healthy' }]));
    const { report } = judge(answer(200, { status: 'healthy', components }));
    expect([report?.components.length, report?.omitted]).toEqual([64, 9_936]);
  });

  it('input 39: keys of a prototype are names like any other', () => {
    const body =
      '{"status":"healthy","components":{"__proto__":{"status":"healthy"},"constructor":{"status":"healthy"}}}';
    expect(judge(answer(200, body)).report?.components.map(({ id }) => id)).toEqual(['__proto__', 'constructor']);
    expect(Object.hasOwn(Object.prototype, 'status')).toBe(false);
  });

  it('input 40: a hundred thousand nested arrays', () => {
    expect(light(200, '['.repeat(100_000) + ']'.repeat(100_000))).toBe('unknown');
  });

  it('input 41: numbers that are none leave no trace', () => {
    const body =
      '{"status":"healthy","components":{"api_server":{"status":"healthy","port":-1,"requests_processed":-5,"errors":1e400}}}';
    expect(judge(answer(200, body)).report?.components[0]).toEqual({
      id: 'api_server',
      health: 'healthy',
      role: 'required',
      word: 'healthy',
    });
  });
});

describe('answers that are no health report', () => {
  it.each([
    [404, { detail: 'Not Found' }, 'unknown', 'no-health-page'],
    [404, '<html>', 'down', 'stranger-answers'],
    [401, 'APIKEY is missing', 'unknown', 'locked'],
    [403, {}, 'unknown', 'locked'],
    [429, { error: 'slow down' }, 'unknown', 'rate-limited'],
    [500, { detail: 'Internal server error' }, 'down', 'server-error'],
    [502, 'Bad gateway', 'down', 'server-error'],
  ])('%d %j', (status, body, expected, finding) => {
    expect([light(status, body), root(status, body)]).toEqual([expected, finding]);
  });

  it('reads how long to wait, but never more than an hour', () => {
    const wait = (retryAfter: string): number | undefined =>
      judge({ ...answer(429, ''), headers: { retryAfter } }).findings[0]?.evidence.retryAfterSeconds;
    expect(['60', '999999', '-1', 'soon'].map(wait)).toEqual([60, 3600, undefined, undefined]);
  });
});

describe('failures', () => {
  it.each<[FailureKind, string, string]>([
    ['refused', 'down', 'proxy-not-running'],
    ['unreachable', 'down', 'proxy-not-running'],
    ['reset', 'down', 'connection-lost'],
    ['timeout', 'unknown', 'not-responding'],
    ['connect-timeout', 'unknown', 'not-responding'],
    ['dns', 'down', 'bad-address'],
    ['tls', 'down', 'stranger-answers'],
    ['not-http', 'down', 'stranger-answers'],
    ['redirected', 'down', 'stranger-answers'],
    ['too-large', 'down', 'stranger-answers'],
    ['internal', 'unknown', 'not-understood'],
  ])('%s', (kind, expected, finding) => {
    const verdict = judge(failure(kind));
    expect([verdict.light, verdict.findings[0]?.id]).toEqual([expected, finding]);
  });

  it('only running out of time is inconclusive', () => {
    const kinds: readonly FailureKind[] = ['refused', 'timeout', 'connect-timeout', 'reset', 'tls'];
    expect(kinds.map((kind) => judge(failure(kind)).inconclusive)).toEqual([false, true, true, false, false]);
  });
});
