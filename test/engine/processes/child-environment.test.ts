import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../engine/clock.ts';
import { childEnvironment, pathOf, variable } from '../../../engine/processes/child-environment.ts';
import { runProgram } from '../../../engine/processes/run-program.ts';
import { playground, type Playground } from './playground.ts';

const INHERITED = {
  HOME: '/home/ann',
  LANG: 'de_DE.UTF-8',
  LC_ALL: 'C',
  SystemRoot: 'C:\\Windows',
  PATH: '/ours',
  TERM: 'xterm-256color',
  ELECTRON_RUN_AS_NODE: '1',
  NODE_OPTIONS: '--require=/evil.js',
  LD_PRELOAD: '/evil.so',
  LD_LIBRARY_PATH: '/evil',
  DYLD_INSERT_LIBRARIES: '/evil.dylib',
  ANTHROPIC_API_KEY: 'sk-ant-planted',
  CLAUDE_CODE_OAUTH_TOKEN: 'planted',
  CLAUDE_CONFIG_DIR: '/home/ann/other',
  CHROME_DESKTOP: 'pilot-light.desktop',
  GDK_BACKEND: 'x11',
  BASH_ENV: '/evil.sh',
  ENV: '/evil.sh',
  GITHUB_TOKEN: 'planted',
  UNSET: undefined,
};

let ground: Playground;
beforeEach(() => {
  ground = playground();
});
afterEach(() => ground.remove());

describe('childEnvironment', () => {
  it('hands on an allow-list only', () => {
    expect(childEnvironment(INHERITED, { path: '/theirs' })).toEqual({
      HOME: '/home/ann',
      LANG: 'de_DE.UTF-8',
      LC_ALL: 'C',
      SystemRoot: 'C:\\Windows',
      PATH: '/theirs',
      TERM: 'dumb',
    });
  });

  it('hands on what Windows needs, however it is spelled there', () => {
    const git = { SYSTEMROOT: 'C:\\Windows', COMSPEC: 'cmd.exe', WinDir: 'C:\\Windows', home: '/evil' };
    const { home: _home, ...needed } = git;
    expect(childEnvironment(git, { path: '' })).toEqual({ ...needed, TERM: 'dumb' });
  });

  it('hands on what the caller names, and sets what the caller sets', () => {
    const env = childEnvironment(INHERITED, {
      path: '',
      pass: ['CLAUDE_CONFIG_DIR', 'UNSET'],
      set: { HTTPS_PROXY: 'http://127.0.0.1:9' },
    });
    expect(env).toMatchObject({ CLAUDE_CONFIG_DIR: '/home/ann/other', HTTPS_PROXY: 'http://127.0.0.1:9' });
    expect(Object.keys(env).toSorted()).toEqual(
      ['CLAUDE_CONFIG_DIR', 'HOME', 'HTTPS_PROXY', 'LANG', 'LC_ALL', 'SystemRoot', 'TERM'].toSorted(),
    );
  });

  it('is all that a real child sees', async () => {
    const env = childEnvironment({ ...INHERITED, LANG: undefined }, { path: process.env['PATH'] ?? '' });
    const path = ground.put('environment.sh', 'a');
    const result = await runProgram(
      { path, args: [], env, folder: ground.empty, limitMs: 15_000, maxBytes: 64_000 },
      systemClock,
    );
    if (result.kind !== 'exited') throw new Error(result.kind);
    expect(result.stdout).toContain('HOME=/home/ann\n');
    expect(result.stdout).not.toMatch(/planted|evil|ELECTRON|CHROME|GDK/);
  });
});

describe('reading variables', () => {
  it('finds the PATH of Windows under its own spelling', () => {
    expect(pathOf({ Path: 'C:\\x' })).toBe('C:\\x');
    expect(pathOf({})).toBe('');
  });

  it('takes an empty variable for an unset one', () => {
    expect(variable({ A: '' }, 'A')).toBeUndefined();
    expect(variable({ A: '0' }, 'A')).toBe('0');
  });
});
