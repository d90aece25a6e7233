import { describe, expect, it } from 'vitest';
import { cardFor } from '../../../core/text/remedy-card.ts';
import { english } from '../../../core/text/english.ts';
import { judge } from '../../../core/health/judge.ts';
import type { Verdict } from '../../../core/health/verdict.ts';
import { answer } from '../answers.ts';
import { snapshotIn } from '../states.ts';
import { fixture } from '../../fixtures/read.ts';

const judged = (status: number, name: string): Verdict => judge(answer(status, fixture(`documented/${name}.json`)));
const commands = ({ findings }: Verdict): readonly (string | undefined)[] => {
  const { targets, ...rest } = snapshotIn('healthy');
  const [target] = targets;
  if (target === undefined) throw new Error('no target');
  return findings
    .slice(0, 1)
    .flatMap((root) => cardFor(root, target, { ...rest, targets }, english).steps)
    .map(({ command }) => command?.text);
};

describe('the bodies of the documented health API, verbatim', () => {
  it('GET /health, healthy: green, basic', () => {
    const verdict = judged(200, 'health-200-healthy');
    expect(verdict).toMatchObject({ light: 'healthy', findings: [] });
    expect(verdict.report).toMatchObject({
      dialect: 'minimal',
      basic: true,
      version: '1.0.0',
      service: 'claude-proxy',
    });
  });

  it.each([200, 503])('GET /health, unhealthy, with HTTP %d: red, and the CLI is what is missing', (status) => {
    const verdict = judged(status, 'health-503-unhealthy');
    expect(verdict.light).toBe('down');
    expect(verdict.findings[0]).toMatchObject({ id: 'cli-not-found', evidence: { said: 'Claude CLI not available' } });
  });

  it('GET /health/detailed, healthy: green, with every component as told', () => {
    const verdict = judged(200, 'detailed-200-healthy');
    expect(verdict.light).toBe('healthy');
    expect(verdict.report).toMatchObject({ dialect: 'documented', basic: false, omitted: 0 });
    expect(verdict.report?.components).toEqual([
      {
        id: 'claude_cli',
        health: 'healthy',
        role: 'required',
        word: 'healthy',
        path: '/usr/local/bin/claude',
        version: '2.0.0',
      },
      { id: 'api_server', health: 'healthy', role: 'required', word: 'healthy', uptimeSeconds: 8130, port: 8000 },
      { id: 'authentication', health: 'healthy', role: 'required', word: 'healthy', signedIn: true },
    ]);
  });

  it('says calmly that the documented configuration is open to the network', () => {
    expect(judged(200, 'detailed-200-healthy').findings).toEqual([
      { id: 'exposed-to-network', severity: 'hint', evidence: { host: '0.0.0.0' } },
    ]);
  });

  it.each([200, 500, 503])(
    'CLI not found, with HTTP %d: install it, or set CLAUDE_CLI_PATH; the searched paths',
    (status) => {
      const verdict = judged(status, 'detailed-503-cli-missing');
      expect(verdict.light).toBe('down');
      expect(verdict.findings[0]).toMatchObject({ id: 'cli-not-found' });
      expect(verdict.findings[0]?.evidence.searchedPaths).toEqual([
        '/usr/local/bin/claude',
        '/usr/bin/claude',
        '~/.local/bin/claude',
      ]);
      expect(commands(verdict).join(' ')).toContain('CLAUDE_CLI_PATH');
    },
  );

  it('authentication failed: claude auth login', () => {
    const verdict = judged(503, 'detailed-503-signed-out');
    expect(verdict).toMatchObject({ light: 'down', findings: [{ id: 'signed-out' }] });
    expect(commands(verdict)[0]).toBe('claude auth login');
  });

  it('port already in use: another port, by flag or environment', () => {
    const verdict = judged(503, 'detailed-503-port-taken');
    expect(verdict).toMatchObject({
      light: 'down',
      findings: [{ id: 'port-taken', evidence: { port: 8000, host: '0.0.0.0' } }],
    });
    expect(commands(verdict).slice(0, 2)).toEqual(['--port 8001', 'export PORT=8001']);
  });
});
