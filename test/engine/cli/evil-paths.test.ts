import { symlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plain } from '../../../core/plain.ts';
import { findCli } from '../../../engine/cli/find-cli.ts';
import { systemClock } from '../../../engine/clock.ts';
import { childEnvironment } from '../../../engine/processes/child-environment.ts';
import { runProgram } from '../../../engine/processes/run-program.ts';
import { EVIL_NAMES } from '../../hostile/evil-names.ts';
import { playground, type Playground } from '../processes/playground.ts';
import { asking } from './asking.ts';

let ground: Playground;
beforeEach(() => {
  ground = playground();
});
afterEach(() => {
  const canaries = ground.canaries();
  ground.remove();
  expect(canaries).toEqual([]);
});

describe.each(EVIL_NAMES)('input 51: a CLI in a folder called %j', (name) => {
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

  it('is found and asked for its version and its sign-in', async () => {
    const path = ground.put('signed-out.sh', name, 'claude');
    symlinkSync(path, ground.room('links', name));
    const claude = asking(ground);
    const { program = '' } = await findCli({ ...where(), env: { PATH: ground.at(name) } });
    expect(await claude.version(program)).toMatchObject({ kind: 'version', version: '2.1.331' });
    expect(await claude.authStatus(program)).toEqual({ kind: 'known', value: { kind: 'told', signedIn: false } });
    const byLink = await findCli({ ...where(), env: {}, settingPath: ground.at('links', name) });
    expect(byLink.program).toBe(ground.at('links', name));
    expect(await claude.version(byLink.program ?? '')).toMatchObject({ version: '2.1.331' });
  });

  it('is started as that very file', async () => {
    const path = ground.put('exits.sh', name, 'claude');
    const env = childEnvironment({}, { path: '/usr/bin:/bin' });
    const program = { path, args: ['0', name], env, folder: ground.empty, limitMs: 15_000, maxBytes: 10_000 };
    expect(await runProgram(program, systemClock)).toMatchObject({ kind: 'exited', code: 0, stdout: `out: ${name}\n` });
  });
});
