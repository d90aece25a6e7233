import { describe, expect, it } from 'vitest';
import { identityOf, type Identity } from '../../../core/health/identity.ts';
import { judge } from '../../../core/health/judge.ts';
import { answer } from '../answers.ts';

const NAMED = { status: 'healthy', service: 'claude-proxy' };
const OTHER = { status: 'healthy', service: 'claude-relay-service' };
const UNNAMED = { status: 'ok' };
const DETAILED = { status: 'healthy', components: { claude_cli: { status: 'healthy' } } };
const STRANGE = { status: 'ok', service: 'grafana' };

function who(body: unknown): Identity {
  const { report } = judge(answer(200, body));
  if (report === undefined) throw new Error('not understood');
  return identityOf(report);
}

const light = (body: unknown, accepted?: Identity): string =>
  judge(answer(200, body), accepted === undefined ? {} : { accepted }).light;

describe('who answers', () => {
  it('a known name or no name is welcome at first, a name that nobody knows is not', () => {
    expect([NAMED, UNNAMED, DETAILED, STRANGE].map((body) => light(body))).toEqual([
      'healthy',
      'healthy',
      'healthy',
      'down',
    ]);
  });

  it('where one was accepted, another name is another program', () => {
    expect(light(OTHER, who(NAMED))).toBe('down');
    expect(judge(answer(200, OTHER), { accepted: who(NAMED) }).findings[0]).toMatchObject({
      id: 'stranger-answers',
      evidence: { name: 'claude-relay-service' },
    });
  });

  it('a bare greeting does not pass for the proxy that gave its name', () => {
    expect(light(UNNAMED, who(NAMED))).toBe('down');
    expect(light(UNNAMED, who(DETAILED))).toBe('down');
    expect(light(UNNAMED, who(UNNAMED))).toBe('healthy');
  });

  it('a detailed report speaks for itself: the proxy was updated', () => {
    expect(light(DETAILED, who(UNNAMED))).toBe('healthy');
    expect(light(DETAILED, who(NAMED))).toBe('healthy');
  });

  it('an error body names nobody, and is an answer all the same', () => {
    const verdict = judge(answer(503, { status: 'unhealthy', error: 'Claude CLI not found in PATH' }), {
      accepted: who(NAMED),
    });
    expect(verdict.findings[0]?.id).toBe('cli-not-found');
  });

  it('says who it was, so that the user can accept it; then it is welcome', () => {
    const { stranger } = judge(answer(200, STRANGE));
    expect(stranger).toEqual({ dialect: 'minimal', basic: true, service: 'grafana' });
    expect(light(STRANGE, stranger)).toBe('healthy');
  });
});
