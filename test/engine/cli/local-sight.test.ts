import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLocalSight, type LocalSight } from '../../../engine/cli/local-sight.ts';
import { systemClock } from '../../../engine/clock.ts';
import { playground, runs, until, type Playground } from '../processes/playground.ts';

let ground: Playground;
let sight: LocalSight;
beforeEach(() => {
  ground = playground();
  const env = { HOME: ground.at('home'), PATH: ground.at('desktop'), SHELL: '/bin/bash', CANARY: ground.at('canary') };
  sight = createLocalSight({ env, platform: 'linux', home: env.HOME, folder: ground.empty, clock: systemClock });
  writeFileSync(ground.room('home', '.bash_profile'), `PATH='${ground.at('shell')}:/bin'; echo asked >> "$HOME/asked"`);
});
afterEach(() => {
  sight.stop();
  expect(existsSync(ground.at('canary'))).toBe(false);
  ground.remove();
});

describe('createLocalSight', () => {
  it('sees the CLI that only the login shell would find, and the sign-in', async () => {
    const path = ground.put('claude.sh', 'shell', 'claude');
    writeFileSync(ground.room('home', '.claude', '.credentials.json'), '{"claudeAiOauth":{"accessToken":"planted"}}');
    const look = await sight.look();
    expect(look).toMatchObject({ program: path, cli: { chosen: { path, source: 'shell-path', state: 'program' } } });
    expect(look.signIn).toMatchObject({ place: 'file', present: true });
    expect(look.cli.searched).toEqual(expect.arrayContaining([ground.at('desktop'), ground.at('shell')]));
    expect(JSON.stringify(look)).not.toContain('planted');
  });

  it('asks the login shell once, however often it looks, and sees what has changed', async () => {
    expect((await sight.look()).cli.candidates.filter(({ path }) => path.startsWith(ground.root))).toEqual([]);
    const path = ground.put('claude.sh', 'desktop', 'claude');
    const looks = await Promise.all(Array.from({ length: 20 }, () => sight.look()));
    expect(looks.every(({ program }) => program === path)).toBe(true);
    expect((await sight.look(ground.at('gone'))).cli.chosen).toBeUndefined();
    expect((await sight.look()).program).toBe(path);
    expect(readFileSync(ground.at('home', 'asked'), 'utf8')).toBe('asked\n');
  });

  it('can be stopped while start files hang, and leaves nobody behind', async () => {
    writeFileSync(ground.at('home', '.bash_profile'), 'echo "$$" > "$HOME/pids"; trap "" TERM; sleep 30');
    const looking = sight.look();
    await until(() => ground.pids(ground.at('home', 'pids')).length === 1);
    sight.stop();
    expect((await looking).cli.candidates).toEqual([]);
    await until(() => ground.pids(ground.at('home', 'pids')).every((pid) => !runs(pid)));
  });

  it('starts nothing before the first look', () => {
    expect(existsSync(ground.at('home', 'asked'))).toBe(false);
  });
});
