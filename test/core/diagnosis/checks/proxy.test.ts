import { describe, expect, it } from 'vitest';
import { addressFamily } from '../../../../core/diagnosis/checks/address-family.ts';
import { dialect } from '../../../../core/diagnosis/checks/dialect.ts';
import { exposure } from '../../../../core/diagnosis/checks/exposure.ts';
import { identity } from '../../../../core/diagnosis/checks/identity.ts';
import { portOwner } from '../../../../core/diagnosis/checks/port-owner.ts';
import { processAge } from '../../../../core/diagnosis/checks/process-age.ts';
import { proxyAnswers } from '../../../../core/diagnosis/checks/proxy-answers.ts';
import { reportedHealth } from '../../../../core/diagnosis/checks/reported-health.ts';
import { responseTime } from '../../../../core/diagnosis/checks/response-time.ts';
import type { AnswerFact, PortFact } from '../../../../core/diagnosis/facts.ts';
import { stuck } from '../../../../core/health/discovery.ts';
import { judge } from '../../../../core/health/judge.ts';
import type { FailureKind } from '../../../../core/health/probe-result.ts';
import { fixture } from '../../../fixtures/read.ts';
import { answer, failure } from '../../answers.ts';
import { answered, documentedAnswer, HOUR, judged, NOW, portOf, SECOND, short, WELL, type Row } from '../well.ts';

const failed = (kind: FailureKind): AnswerFact => answered(failure(kind));
const refused = failed('refused');
const stranger = answered(answer(200, '<title>Grafana</title>'));
const basic = answered(answer(200, { status: 'ok' }, '/health'));
const answers = (status: number, body: unknown): AnswerFact => answered(answer(status, body));
const taken = answers(503, fixture('documented/detailed-503-port-taken.json'));
const signedOut = answers(503, fixture('documented/detailed-503-signed-out.json'));
const at = { path: '/health/detailed' };

describe('proxy-answers', () => {
  const healthStuck: AnswerFact = { ...refused, verdict: stuck(judge(failure('timeout'))) };
  it.each<Row>([
    ['a healthy answer', {}, ['pass', { ms: 4, ...at }]],
    ['an unwell answer', { answer: signedOut }, ['pass', { ms: 4, ...at }]],
    ['a page that is locked', { answer: answers(401, '') }, ['pass', { ms: 4, ...at }]],
    ['no health page', { answer: answers(404, {}) }, ['pass', { ms: 4, ...at }]],
    ['a stranger, who is another check’s affair', { answer: stranger }, ['pass', { ms: 4, ...at }]],
    ['a stranger who speaks no HTTP', { answer: failed('not-http') }, ['pass', { ms: 1, ...at }]],
    ['it says that it is starting', { answer: answers(200, { status: 'starting' }) }, ['pass', { ms: 4, ...at }]],
    ['refused', { answer: refused }, ['proxy-not-running', 'down', at]],
    ['reset', { answer: failed('reset') }, ['connection-lost', 'down', at]],
    ['silence', { answer: failed('timeout') }, ['not-responding', 'unknown', at]],
    ['no such name', { answer: failed('dns') }, ['bad-address', 'down', at]],
    ['a fault of our own', { answer: failed('internal') }, ['not-understood', 'unknown', at]],
    ['only its health check hangs', { answer: healthStuck }, ['health-stuck', 'unknown', at]],
  ])('%s', (_, facts, expected) => expect(short(judged(proxyAnswers, facts))).toEqual(expected));

  it('tells the very finding of the verdict', () => {
    expect(judged(proxyAnswers, { answer: refused })).toHaveProperty('finding', refused.verdict.findings[0]);
  });
});

describe('address-family', () => {
  const on = (host: string, port: Partial<PortFact>): Row[1] => ({
    target: { ...WELL.target, host },
    port: portOf(port),
  });
  it.each<Row>([
    ['IPv4 alone is what most servers do', on('localhost', {}), ['pass', { names: ['127.0.0.1'] }]],
    ['both', on('localhost', { v6: 'open' }), ['pass', { names: ['127.0.0.1', '::1'] }]],
    [
      'IPv6 alone, at a name that is both',
      on('localhost', { v4: 'refused', v6: 'open' }),
      ['one-family-only', 'hint', { host: '::1' }],
    ],
    ['IPv4 hangs', on('localhost', { v4: 'silent', v6: 'open' }), ['one-family-only', 'hint', { host: '::1' }]],
    ['IPv6 by its address', on('[::1]', { v4: 'refused', v6: 'open' }), ['pass', { names: ['::1'] }]],
    ['neither', on('localhost', { v4: 'refused', v6: 'failed' }), ['skip', 'nothing-listens']],
  ])('%s', (_, facts, expected) => expect(short(judged(addressFamily, facts))).toEqual(expected));
});

describe('response-time', () => {
  const after = (ms: number): AnswerFact => answered({ ...answer(200, { status: 'ok' }), ms });
  it.each<Row>([
    ['quick', {}, ['pass', { ms: 4 }]],
    ['a second', { answer: after(1_000) }, ['pass', { ms: 1_000 }]],
    ['more', { answer: after(1_001) }, ['slow-answer', 'hint', { ms: 1_001 }]],
    ['a wish kept', { answer: { ...after(1_001), slowAfterMs: 1_001 } }, ['pass', { ms: 1_001 }]],
    ['a wish missed', { answer: { ...after(51), slowAfterMs: 50 } }, ['slow-answer', 'degraded', { ms: 51 }]],
    ['never', { answer: failed('timeout') }, ['skip', 'no-answer']],
  ])('%s', (_, facts, expected) => expect(short(judged(responseTime, facts))).toEqual(expected));
});

describe('dialect', () => {
  it.each<Row>([
    ['documented', {}, ['pass', { name: 'documented' }]],
    ['basic', { answer: basic }, ['pass', { name: 'minimal', code: 'basic' }]],
    ['none', { answer: answers(404, {}) }, ['no-health-page', 'unknown', { status: 404, ...at }]],
    ['locked', { answer: answers(401, '') }, ['locked', 'unknown', { status: 401, ...at }]],
    ['too often', { answer: answers(429, '') }, ['rate-limited', 'unknown', { status: 429, ...at }]],
    ['broken', { answer: answers(500, {}) }, ['server-error', 'down', { status: 500, ...at }]],
    ['gibberish', { answer: answers(200, 'hello') }, ['not-understood', 'unknown', { status: 200, ...at }]],
    ['a stranger', { answer: stranger }, ['skip', 'not-told']],
    ['nobody', { answer: refused }, ['skip', 'no-answer']],
    ['nobody, by a fault of our own', { answer: failed('internal') }, ['skip', 'no-answer']],
  ])('%s', (_, facts, expected) => expect(short(judged(dialect, facts))).toEqual(expected));
});

describe('identity', () => {
  const grafana = answers(200, { status: 'ok', service: 'grafana' });
  it.each<Row>([
    ['its name', {}, ['pass', { name: 'claude-proxy' }]],
    ['no name', { answer: basic }, ['pass', {}]],
    ['another’s name', { answer: grafana }, ['stranger-answers', 'down', { status: 200, ...at, name: 'grafana' }]],
    ['another’s page', { answer: stranger }, ['stranger-answers', 'down', { status: 200, ...at }]],
    ['locked: who knows', { answer: answers(401, '') }, ['skip', 'not-told']],
    ['nobody', { answer: refused }, ['skip', 'no-answer']],
  ])('%s', (_, facts, expected) => expect(short(judged(identity, facts))).toEqual(expected));
});

describe('reported-health', () => {
  const searchedPaths = ['/usr/local/bin/claude', '/usr/bin/claude', '~/.local/bin/claude'];
  const missing = answers(503, fixture('documented/detailed-503-cli-missing.json'));
  const lying = documentedAnswer({ api_server: { requests_processed: 1, errors: 2 } });
  const reached = documentedAnswer({}, { configuration: { host: '0.0.0.0', cors_enabled: true } });
  it.each<Row>([
    ['all well', {}, ['pass', { name: 'healthy', count: 3 }]],
    ['nothing but that it answers', { answer: basic }, ['skip', 'not-told']],
    [
      'basic, and unwell',
      { answer: answers(200, { status: 'degraded' }) },
      ['reported-degraded', 'degraded', { status: 200, said: 'degraded' }],
    ],
    [
      'the CLI is missing',
      { answer: missing },
      ['cli-not-found', 'down', { status: 503, said: 'Claude CLI not found in PATH', searchedPaths }],
    ],
    [
      'the port is taken',
      { answer: taken },
      ['port-taken', 'down', { status: 503, said: 'Port 8000 already in use', port: 8000, host: '0.0.0.0' }],
    ],
    ['a lie is told elsewhere', { answer: lying }, ['pass', { name: 'healthy', count: 3 }]],
    ['an open door is told elsewhere', { answer: reached }, ['pass', { name: 'healthy', count: 3 }]],
    ['an error page reports nothing', { answer: answers(500, {}) }, ['skip', 'not-told']],
    ['nobody', { answer: refused }, ['skip', 'no-answer']],
  ])('%s', (_, facts, expected) => expect(short(judged(reportedHealth, facts))).toEqual(expected));

  it('tells the very finding of the verdict', () => {
    expect(judged(reportedHealth, { answer: signedOut })).toHaveProperty('finding', signedOut.verdict.findings[0]);
  });
});

describe('port-owner', () => {
  const owner: PortFact['owner'] = { kind: 'known', pid: 7, name: 'python3 http.server' };
  const who = { name: 'python3 http.server', pid: 7 };
  it.each<Row>([
    [
      'the proxy',
      {},
      ['pass', { port: 8000, name: 'node proxy.js', pid: 4121, at: NOW - 2 * HOUR, ms: 2 * HOUR, user: 'me' }],
    ],
    ['not since when, nor whose', { port: portOf({ owner }) }, ['pass', { port: 8000, ...who }]],
    [
      'the stranger, by name',
      { answer: stranger, port: portOf({ owner }) },
      ['stranger-answers', 'down', { status: 200, ...at, ...who }],
    ],
    [
      'a stranger of whom nothing is told',
      { answer: stranger, port: portOf() },
      ['stranger-answers', 'down', { status: 200, ...at }],
    ],
    [
      'who took the port, by name',
      { answer: taken, port: portOf({ owner }) },
      ['port-taken', 'down', { status: 503, said: 'Port 8000 already in use', port: 8000, host: '0.0.0.0', ...who }],
    ],
    [
      'another user',
      { port: portOf({ owner: { kind: 'other-user', userId: 0 } }) },
      ['pass', { port: 8000, code: 'other-user' }],
    ],
    ['nobody', { answer: refused, port: portOf({ owner: { kind: 'free' } }) }, ['skip', 'nothing-listens']],
    [
      'somebody whom the system does not list',
      { port: portOf({ owner: { kind: 'free' } }) },
      ['skip', 'cannot-be-seen'],
    ],
    ['a system that does not tell', { port: portOf() }, ['skip', 'cannot-be-seen']],
  ])('%s', (_, facts, expected) => expect(short(judged(portOwner, facts))).toEqual(expected));
});

describe('process-age', () => {
  const aged = (ms: number): PortFact => portOf({ owner: { kind: 'known', pid: 7, name: 'x', startedAt: NOW - ms } });
  const free = portOf({ owner: { kind: 'free' } });
  const watched = (isFlapping: boolean, incidents: number): AnswerFact => ({ ...WELL.answer, isFlapping, incidents });
  it.each<Row>([
    ['old and steady', {}, ['pass', { at: NOW - 2 * HOUR, ms: 2 * HOUR }]],
    [
      'young, for the first time',
      { port: aged(SECOND), answer: watched(false, 2) },
      ['pass', { at: NOW - SECOND, ms: SECOND }],
    ],
    ['young again', { port: aged(SECOND), answer: watched(false, 3) }, ['restarting', 'degraded', { count: 3 }]],
    ['young and flapping', { port: aged(59_999), answer: watched(true, 1) }, ['restarting', 'degraded', { count: 1 }]],
    [
      'flapping, but the process stays',
      { port: aged(60_000), answer: watched(true, 9) },
      ['pass', { at: NOW - 60_000, ms: 60_000 }],
    ],
    ['flapping, and gone just now', { port: free, answer: watched(true, 4) }, ['restarting', 'degraded', { count: 4 }]],
    ['gone, not flapping', { port: free, answer: watched(false, 9) }, ['skip', 'nothing-listens']],
    ['started in the future', { port: aged(-HOUR) }, ['pass', { at: NOW, ms: 0 }]],
    ['flapping, of an age that nobody tells', { port: portOf(), answer: watched(true, 9) }, ['skip', 'cannot-be-seen']],
  ])('%s', (_, facts, expected) => expect(short(judged(processAge, facts))).toEqual(expected));
});

describe('exposure', () => {
  const set = (configuration: Readonly<Record<string, unknown>>): Row[1] => ({
    answer: documentedAnswer({}, { configuration }),
  });
  it.each<Row>([
    ['kept to this computer', {}, ['pass', { host: '127.0.0.1' }]],
    [
      'to the network, but not to any page',
      set({ host: '0.0.0.0', cors_enabled: false }),
      ['pass', { host: '0.0.0.0' }],
    ],
    ['to all', set({ host: '0.0.0.0', cors_enabled: true }), ['exposed-to-network', 'hint', { host: '0.0.0.0' }]],
    ['a configuration without a host', set({ port: 8000 }), ['skip', 'not-told']],
    ['no configuration', { answer: basic }, ['skip', 'not-told']],
    ['nobody', { answer: refused }, ['skip', 'no-answer']],
  ])('%s', (_, facts, expected) => expect(short(judged(exposure, facts))).toEqual(expected));
});
