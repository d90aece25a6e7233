import { describe, expect, it } from 'vitest';
import { circumstancesOf, FIRST_WITH_AUTH, type Circumstances } from '../../../core/advice/circumstances.ts';
import type { CliSeen, LocalSight } from '../../../core/sight/local-sight.ts';

function sightWith(chosen?: Partial<CliSeen>): LocalSight {
  const seen: CliSeen = { path: '/usr/bin/claude', source: 'path', state: 'program', ...chosen };
  const cli =
    chosen === undefined ? { candidates: [], searched: [] } : { candidates: [seen], chosen: seen, searched: [] };
  return { cli, signIn: { place: 'file', overriddenBy: [] } };
}

describe('the circumstances', () => {
  it.each<readonly [string, LocalSight | undefined, Omit<Circumstances, 'platform'>]>([
    ['nobody has looked', undefined, { cli: 'unknown' }],
    ['no CLI', sightWith(), { cli: 'absent' }],
    ['a CLI that does not tell its version', sightWith({}), { cli: 'unknown' }],
    ['what is no version is older than all', sightWith({ version: 'latest' }), { cli: 'old' }],
    ['the last without auth', sightWith({ version: '2.1.39' }), { cli: 'old' }],
    ['the first with auth', sightWith({ version: FIRST_WITH_AUTH }), { cli: 'current' }],
    ['a trial version of it', sightWith({ version: '2.1.40-beta.1' }), { cli: 'old' }],
    [
      'native',
      sightWith({
        version: '2.1.330',
        path: '/h/.local/bin/claude',
        realPath: '/h/.local/share/claude/versions/2.1.330',
      }),
      { cli: 'current', installer: 'native' },
    ],
    [
      'npm, old',
      sightWith({ version: '2.0.0', realPath: '/usr/lib/node_modules/@anthropic-ai/claude-code/cli.js' }),
      { cli: 'old', installer: 'npm' },
    ],
  ])('%s', (_, sight, expected) => {
    expect(circumstancesOf('mac', sight)).toEqual({ platform: 'mac', ...expected });
  });
});
