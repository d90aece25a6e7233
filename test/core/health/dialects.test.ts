import { describe, expect, it } from 'vitest';
import type { Body } from '../../../core/health/body.ts';
import type { Health } from '../../../core/health/light.ts';
import { DIALECTS } from '../../../core/health/dialects.ts';
import { judge } from '../../../core/health/judge.ts';
import { answer } from '../answers.ts';

type Expected = readonly [light: Health, root: string, dialect: string];
type Case = readonly [what: string, status: number, body: unknown, expected: Expected];

// Shapes of proxies whose answers are not among the recorded ones, from their source or documentation.
const OCP = { status: 'ok', version: '3.29.3', uptime: 8130000, uptimeHuman: '2h 15m 30s', claudeBinaryOk: true };
const DARIO = { status: 'ok', version: '5.5.49', oauth: 'healthy', expiresIn: '6h', queue: { active: 0, queued: 0 } };
const POOL = { status: 'ok', counts: { total: 3, available: 2, rateLimited: 1, invalid: 0 }, accounts: [] };
const LITELLM = { status: 'healthy', db: 'connected', cache: null, litellm_version: '1.80.0', success_callbacks: [] };
const RELAY = {
  status: 'healthy',
  service: 'claude-relay-service',
  version: '1.1.314',
  uptime: 12,
  components: { redis: { status: 'healthy', connected: true }, logger: { status: 'healthy' } },
};

// ccproxy 0.2.10 without CLI and without login: only the innermost facts tell it.
const page = (cli: boolean, token: boolean, innermost: string): unknown => ({
  plugin: 'claude_api',
  status: 'healthy',
  adapter_loaded: true,
  details: {
    health_check: {
      status: 'pass',
      details: {
        health_check_status: innermost,
        health_check_detail: {
          cli: { available: cli, status: 'available', version: '2.1.330', path: '/usr/bin/claude' },
          auth: { configured: token, token_available: token, token_expired: false, expires_at: null, error: null },
        },
      },
    },
  },
});

const CASES: readonly Case[] = [
  ['ocp, well', 200, { ...OCP, auth: { ok: true } }, ['healthy', '', 'auth-block']],
  ['ocp, not looked yet', 200, { ...OCP, auth: { ok: null } }, ['unknown', 'not-understood', 'auth-block']],
  [
    'ocp, signed out',
    200,
    { ...OCP, status: 'degraded', auth: { ok: false } },
    ['down', 'sign-in-failing', 'auth-block'],
  ],
  ['ocp, CLI broken', 200, { ...OCP, claudeBinaryOk: false, auth: { ok: true } }, ['down', 'cli-broken', 'auth-block']],
  ['dario, well', 200, DARIO, ['healthy', '', 'auth-block']],
  [
    'dario, expired',
    503,
    { ...DARIO, status: 'degraded', oauth: 'expired' },
    ['down', 'sign-in-expired', 'auth-block'],
  ],
  ['dario, no login', 503, { ...DARIO, status: 'degraded', oauth: 'none' }, ['down', 'signed-out', 'auth-block']],
  ['dario, an unknown word', 200, { ...DARIO, oauth: 'splendid' }, ['unknown', 'not-understood', 'auth-block']],
  ['antigravity, one account limited', 200, POOL, ['healthy', '', 'accounts']],
  [
    'antigravity, every account in error, and still "ok"',
    200,
    { ...POOL, counts: { total: 3, available: 0, rateLimited: 0, invalid: 3 } },
    ['degraded', 'sign-in-failing', 'accounts'],
  ],
  ['ccflare', 200, { status: 'ok', accounts: 2, timestamp: 'x', strategy: 'session' }, ['healthy', '', 'accounts']],
  ['ccflare without an account', 200, { status: 'ok', accounts: 0 }, ['degraded', 'sign-in-failing', 'accounts']],
  ['ccproxy 0.2, plugin well', 200, page(true, true, 'pass'), ['healthy', '', 'plugin-page']],
  ['ccproxy 0.2, nothing there', 200, page(false, false, 'warn'), ['degraded', 'cli-not-found', 'plugin-page']],
  ['ccproxy 0.2, signed out', 200, page(true, false, 'warn'), ['degraded', 'signed-out', 'plugin-page']],
  ['litellm', 200, LITELLM, ['healthy', '', 'readiness basic']],
  ['litellm, an older word', 200, { ...LITELLM, status: 'connected' }, ['healthy', '', 'readiness basic']],
  [
    'litellm without database',
    200,
    { ...LITELLM, db: 'Not connected' },
    ['healthy', 'component-failing', 'readiness basic'],
  ],
  ['litellm, unhealthy', 503, { detail: 'Service Unhealthy (db)' }, ['down', 'server-error', '']],
  ['litellm, shutting down', 503, { status: 'shutting_down' }, ['down', 'server-error', 'minimal basic']],
  ['relay, well', 200, RELAY, ['healthy', '', 'documented basic']],
  [
    'relay, "healthy" over a dead redis',
    200,
    { ...RELAY, components: { ...RELAY.components, redis: { status: 'unhealthy', connected: false } } },
    ['degraded', 'component-failing', 'documented basic'],
  ],
  [
    'relay, a failing logger is dispensable',
    200,
    { ...RELAY, components: { ...RELAY.components, logger: { status: 'unhealthy' } } },
    ['healthy', 'component-failing', 'documented basic'],
  ],
  ['router 3, running', 200, { core: {}, status: 'running', timestamp: 1 }, ['healthy', '', 'minimal basic']],
  ['router 3, starting', 200, { core: {}, status: 'starting' }, ['unknown', 'starting-up', 'minimal basic']],
  ['router 3, stopped', 200, { core: {}, status: 'stopped' }, ['down', 'reported-unhealthy', 'minimal basic']],
  ['router 3, off', 503, { error: { message: 'Gateway runtime is disabled.' } }, ['down', 'server-error', '']],
  ['raine', 200, { ok: true }, ['healthy', '', 'greeting basic']],
  ['not ok', 200, { ok: false }, ['down', 'reported-unhealthy', 'greeting basic']],
  ['cc-switch', 200, { running: true, total_requests: 3, uptime_seconds: 9 }, ['healthy', '', 'greeting basic']],
  ['litellm, alive', 200, '"I\'m alive!"', ['healthy', '', 'greeting basic']],
  ['copilot-api', 200, 'Server running', ['healthy', '', 'greeting basic']],
  ['nearly a greeting', 200, 'Server running!', ['unknown', 'not-understood', '']],
  ['horselock', 200, { status: 'ok', server: 'claude-code-proxy', timestamp: 1 }, ['healthy', '', 'minimal basic']],
  ['CLIProxyAPI', 200, { status: 'ok' }, ['healthy', '', 'minimal basic']],
  [
    'ccproxy 0.2, "pass" always',
    200,
    { status: 'pass', serviceId: 'claude-code-proxy', checks: { service_container: [{ status: 'pass' }] } },
    ['healthy', '', 'health-json basic'],
  ],
  [
    'the second of two checks fails behind "pass"',
    200,
    { status: 'pass', checks: { claude_cli: [{ status: 'pass' }, { status: 'fail', output: 'it is gone' }] } },
    ['down', 'cli-broken', 'health-json'],
  ],
];

const NO_REPORTS: readonly Body[] = [{ kind: 'html' }, { kind: 'empty' }, { kind: 'text', text: 'x' }];

describe('every dialect', () => {
  it.each(CASES)('%s', (_what, status, body, expected) => {
    const { light, findings, report } = judge(answer(status, body, '/health'));
    const basic = report?.basic === true ? ' basic' : '';
    expect([light, findings[0]?.id ?? '', `${report?.dialect ?? ''}${basic}`]).toEqual(expected);
  });

  it('has an id of its own, and survives a body of every kind', () => {
    expect(new Set(DIALECTS.map(({ id }) => id)).size).toBe(DIALECTS.length);
    for (const dialect of DIALECTS) {
      expect(NO_REPORTS.some((body) => dialect.recognise(body))).toBe(false);
      expect(dialect.read({ kind: 'json', value: null }).overall).not.toBe('healthy');
    }
  });
});
