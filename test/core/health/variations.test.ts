import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../../core/health/judge.ts';
import { answer } from '../answers.ts';

// What an honest documented proxy may say on a good day, in any order, with any fields left out or added.
const uptime = fc
  .tuple(fc.nat(99), fc.nat(23), fc.nat(59), fc.nat(59))
  .map(([d, h, m, s]) => [d > 0 ? `${d}d` : '', h > 0 ? `${h}h` : '', m > 0 ? `${m}m` : '', `${s}s`].join(' ').trim());
const version = fc.tuple(fc.nat(9), fc.nat(99), fc.nat(999)).map((parts) => parts.join('.'));
const moment = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const optional = { requiredKeys: ['status'] as const };

const claudeCli = fc.record(
  {
    status: fc.constant('healthy'),
    path: fc.constantFrom('/usr/local/bin/claude', '~/.local/bin/claude', 'C:\\Users\\me\\claude.exe'),
    version,
    authenticated: fc.constant(true),
    last_check: moment,
  },
  { requiredKeys: [...optional.requiredKeys] },
);
const apiServer = fc.record(
  {
    status: fc.constant('healthy'),
    uptime,
    port: fc.integer({ min: 1, max: 65_535 }),
    host: fc.constantFrom('127.0.0.1', '0.0.0.0', '::1'),
    requests_processed: fc.nat(),
    errors: fc.nat(10),
  },
  { requiredKeys: [...optional.requiredKeys] },
);
const authentication = fc.record(
  { status: fc.constant('healthy'), logged_in: fc.constant(true), user: fc.emailAddress(), expires: moment },
  { requiredKeys: [...optional.requiredKeys] },
);
const extra = fc.dictionary(fc.stringMatching(/^x_[a-z]{1,10}$/), fc.jsonValue(), { maxKeys: 4 });

const detailed = fc
  .record(
    {
      status: fc.constant('healthy'),
      service: fc.constant('claude-proxy'),
      timestamp: moment,
      version,
      components: fc.record(
        { claude_cli: claudeCli, api_server: apiServer, authentication },
        { requiredKeys: ['claude_cli', 'api_server', 'authentication'] },
      ),
      configuration: fc.record(
        { host: fc.constant('0.0.0.0'), port: fc.nat(), cors_enabled: fc.boolean() },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['status', 'components'] },
  )
  .chain((body) => extra.map((more) => ({ ...more, ...body })));

describe('valid variations of the documented answers', () => {
  it('false red over five hundred of them: none', () => {
    fc.assert(
      fc.property(detailed, fc.constantFrom(0, 2), (body, indent) => {
        expect(judge(answer(200, JSON.stringify(body, undefined, indent))).light).toBe('healthy');
      }),
      { numRuns: 500 },
    );
  });
});
