import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plain } from '../../../core/plain.ts';
import { findCli } from '../../../engine/cli/find-cli.ts';
import { systemClock } from '../../../engine/clock.ts';
import { childEnvironment } from '../../../engine/processes/child-environment.ts';
import { runProgram } from '../../../engine/processes/run-program.ts';
import { playground, type Playground } from '../processes/playground.ts';

// Folder names as no installer makes them, and as somebody will have them.
const EVIL = [
  'a space',
  "it's",
  'say "hello"',
  '$(touch canary)',
  '`touch canary`',
  '; touch canary;',
  '& touch canary &',
  '| touch canary',
  '> canary',
  'line\nbreak',
  'carriage\rreturn',
  '-rf',
  '--help',
  '%PATH%',
  '^caret^',
  '$HOME',
  '*?[a]',
  '\\back\\slash',
  '🎈 emoji 👩‍👩‍👧',
  'bidi \u202egnp.exe',
  '\u001b[31mred\u0007',
  'tab\tbed',
];

let ground: Playground;
beforeEach(() => {
  ground = playground();
});
afterEach(() => {
  const canaries = execFileSync('find', [ground.root, '-name', 'canary*', '-type', 'f']).toString();
  ground.remove();
  expect(canaries).toBe('');
});

describe.each(EVIL)('a CLI in a folder called %j', (name) => {
  const where = () => ({ platform: 'linux', home: ground.at('home') }) as const;

  it('is found by every way, shown plain, and not started', async () => {
    const path = ground.put('claude.sh', name, 'claude');
    symlinkSync(path, ground.room('links', 'claude'));
    const env = { CANARY: ground.at('canary.log') };
    const shown = plain(path, 400);
    const bySetting = await findCli({ ...where(), env, settingPath: path });
    expect(bySetting.program).toBe(path);
    expect(bySetting.sight.chosen).toEqual({ path: shown, source: 'setting', state: 'program' });
    const byVariable = await findCli({ ...where(), env: { ...env, CLAUDE_CLI_PATH: path } });
    expect(byVariable.program).toBe(path);
    const byPath = await findCli({ ...where(), env: { ...env, PATH: ground.at(name) } });
    expect(byPath.program).toBe(path);
    const byLink = await findCli({ ...where(), env: { ...env, PATH: ground.at('links') } });
    expect(byLink.sight.chosen?.realPath).toBe(shown);
    expect(JSON.stringify([bySetting.sight, byPath.sight, byLink.sight])).not.toMatch(
      /\\n|\\r|\\t|\\u00|\u202e|\u200d/,
    );
  });

  it('is started as that very file', async () => {
    const path = ground.put('exits.sh', name, 'claude');
    const env = childEnvironment({}, { path: '/usr/bin:/bin' });
    const program = { path, args: ['0', name], env, folder: ground.empty, limitMs: 15_000, maxBytes: 10_000 };
    expect(await runProgram(program, systemClock)).toMatchObject({ kind: 'exited', code: 0, stdout: `out: ${name}\n` });
  });
});
