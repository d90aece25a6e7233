import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../../core/export/prometheus/patterns.ts';
import { QUESTIONS, type QuestionId } from '../../../core/export/prometheus/questions.ts';
import { judge } from '../../../core/health/judge.ts';
import { isBad } from '../../../core/health/light.ts';
import type { Answer } from '../../../core/health/probe-result.ts';
import { rawAnswer } from '../../fixtures/raw-answer.ts';
import { fixture } from '../../fixtures/read.ts';
import { answer } from '../answers.ts';

// As RE2 reads them: these patterns mean the same to both.
const matches = (pattern: string, flags: string, { body }: Answer): boolean => new RegExp(pattern, flags).test(body);

function proves(given: Answer): boolean {
  const { health } = QUESTIONS;
  if (health.kind !== 'proof' || given.status >= 300) return false;
  return matches(health.body, '', given) && !health.unless.some((pattern) => matches(pattern, 'i', given));
}

function shows(id: QuestionId, given: Answer): boolean {
  const question = QUESTIONS[id];
  return question.kind === 'trouble' && question.bodies.some((pattern) => matches(pattern, 'i', given));
}

const captures = readdirSync(new URL('../../fixtures/captures', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.http'))
  .map((name) => [name, rawAnswer(fixture(`captures/${name}`), '/health')] as const);

const documented = readdirSync(new URL('../../fixtures/documented', import.meta.url)).map(
  (name) => [name, answer(Number(/\d{3}/.exec(name)?.[0] ?? 200), fixture(`documented/${name}`))] as const,
);

describe('what blackbox_exporter is asked', () => {
  it('has no word that is good in one dialect and bad in another', () => {
    const bad = new Set([...wordsFor('down'), ...wordsFor('degraded'), ...wordsFor('unknown')]);
    expect(wordsFor('healthy').filter((word) => bad.has(word))).toEqual([]);
    expect(wordsFor('healthy')).toContain('healthy');
  });

  it.each([...captures, ...documented])('takes no answer for healthy that the light does not: %s', (_name, given) => {
    const { light } = judge(given);
    expect(proves(given) && light !== 'healthy').toBe(false);
  });

  it('knows all that is healthy, but for what only its parts tell', () => {
    const healthy = [...captures, ...documented].filter(([, given]) => judge(given).light === 'healthy');
    const unproven = healthy.filter(([, given]) => !proves(given)).map(([name]) => name);
    expect(healthy.length).toBeGreaterThan(8);
    // It says "warn" of itself for the sake of a part that it can do without.
    expect(unproven).toEqual(['ccproxy-0.1.7/health-all-good-but-no-codex.http']);
  });

  it.each([
    ['detailed-503-cli-missing.json', 'cli-not-found'],
    ['detailed-503-signed-out.json', 'signed-out'],
    ['health-503-unhealthy.json', 'cli-not-found'],
  ] as const)('finds the cause of a documented problem: %s', (name, question) => {
    const [, given = answer(200, '')] = documented.find(([each]) => each === name) ?? [];
    expect([judge(given).findings[0]?.id, shows(question, given)]).toEqual([question, true]);
  });

  it.each([
    ['{"status":"unhealthy","components":{"api_server":{"status":"healthy"}}}'],
    ['{"components":{"x":{"status":"healthy"}},"status":"unhealthy"}'],
    ['{"status":"healthy","status":"unhealthy"}'],
    ['{"status":" healthy"}'],
    ['{"status":"Healthy"}'],
    ['{"note":"\\"status\\":\\"healthy\\"","status":"odd"}'],
    ['["status","healthy"]'],
    ['healthy'],
    ['{"status":"healthy","components":{"claude_cli":{"path":"/x","status":"error"}}}'],
    ['{"status":"healthy","components":{"authentication":{"status":"healthy","logged_in":false}}}'],
    ['{"status":"healthy","auth":{"loggedIn" : false}}'],
    ['{"status":"healthy","components":{"claude_cli":{"path":"{","status":"error"}}}'],
  ])('is not fooled by %s', (body) => {
    expect(proves(answer(200, body))).toBe(false);
  });

  it('takes nothing for healthy that the light shows as bad, whatever words stand where', () => {
    const words = ['healthy', 'unhealthy', 'degraded', 'error', 'ok', 'pass', 'fail', 'warn', 'unauthenticated', 'odd'];
    const names = ['claude_cli', 'authentication', 'api_server', 'cli', 'auth', 'codex_cli'];
    const word = fc.constantFrom(...words);
    const part = fc.record(
      { status: word, logged_in: fc.boolean(), path: fc.string({ maxLength: 9 }) },
      { requiredKeys: [] },
    );
    const parts = fc.dictionary(fc.constantFrom(...names), part, { maxKeys: 4 });
    const body = fc.record(
      {
        service: fc.constant('claude-proxy'),
        status: word,
        n: fc.double(),
        components: parts,
        checks: parts,
        auth: part,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(body, fc.constantFrom(200, 503), fc.constantFrom(0, 2), (value, status, indent) => {
        const given = answer(status, JSON.stringify(value, undefined, indent));
        expect(proves(given) && isBad(judge(given).light)).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is proven by the documented answer, however it is spaced', () => {
    expect(proves(answer(200, '{"status":"healthy","service":"claude-proxy"}'))).toBe(true);
    expect(proves(answer(200, '\n{ "service" : "claude-proxy", "n": 1.5e3, "status" : "healthy" }'))).toBe(true);
    expect(proves(answer(200, "I'm alive!"))).toBe(true);
  });
});
