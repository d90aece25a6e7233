import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CliSeen } from '../../../core/sight/local-sight.ts';
import { findCli, searchCli } from '../../../engine/cli/find-cli.ts';
import type { CliQuestion } from '../../../engine/cli/places-to-look.ts';
import { playground, type Playground } from '../processes/playground.ts';

let ground: Playground;
beforeEach(() => {
  ground = playground();
});
afterEach(() => {
  // Whatever a test is about: looking for a CLI starts none.
  expect(existsSync(ground.at('canary'))).toBe(false);
  ground.remove();
});

function question(more: Partial<CliQuestion> = {}): CliQuestion {
  return { platform: 'linux', home: ground.at('home'), ...more, env: { CANARY: ground.at('canary'), ...more.env } };
}

// What stands on this very computer, in /usr/bin and the like, is none of a test's business.
async function candidates(more: Partial<CliQuestion> = {}): Promise<readonly CliSeen[]> {
  const { sight } = await findCli(question(more));
  return sight.candidates.filter(({ path }) => path.startsWith(ground.root));
}

function text(content: string, ...names: readonly string[]): string {
  const path = ground.room(...names);
  writeFileSync(path, content);
  return path;
}

const npmPackage = (version: unknown): string => JSON.stringify({ name: '@anthropic-ai/claude-code', version });

describe('findCli', () => {
  it('believes the setting, the variable, PATH, the login shell and the known places, in this order', async () => {
    const [setting, byVariable] = [ground.put('claude.sh', 'a', 'mine'), ground.put('claude.sh', 'b', 'cli')];
    const [onPath, onShellPath] = [ground.put('claude.sh', 'c', 'claude'), ground.put('claude.sh', 'd', 'claude')];
    const known = ground.put('claude.sh', 'home', '.local', 'bin', 'claude');
    const all = { env: { CLAUDE_CLI_PATH: byVariable, PATH: ground.at('c') }, shellPath: `${ground.at('d')}:/bin` };
    const found = await findCli(question({ ...all, settingPath: setting }));
    expect(found.sight.candidates.filter(({ path }) => path.startsWith(ground.root))).toEqual([
      { path: setting, source: 'setting', state: 'program' },
      { path: byVariable, source: 'variable', state: 'program' },
      { path: onPath, source: 'path', state: 'program' },
      { path: onShellPath, source: 'shell-path', state: 'program' },
      { path: known, source: 'known-place', state: 'program' },
    ]);
    expect(found.sight.chosen?.path).toBe(setting);
    expect(found.program).toBe(setting);
    expect((await findCli(question(all))).program).toBe(byVariable);
    expect((await findCli(question({ env: { PATH: ground.at('c') } }))).program).toBe(onPath);
  });

  it('tells where it looked, each folder once', async () => {
    mkdirSync(ground.at('bin'));
    const bin = ground.at('bin');
    const { sight } = await findCli(question({ env: { PATH: `${bin}:${bin}/:${bin}` }, shellPath: bin }));
    expect(sight.searched.filter((folder) => folder === bin)).toEqual([bin]);
    expect(sight.searched).toContain(ground.at('home', '.local', 'bin'));
    expect(new Set(sight.searched).size).toBe(sight.searched.length);
  });

  it('names one CLI once, under the path that is believed most', async () => {
    const real = ground.put('claude.sh', 'home', '.local', 'share', 'claude', 'versions', '2.1.330');
    symlinkSync(real, ground.room('home', '.local', 'bin', 'claude'));
    symlinkSync(real, ground.room('bin', 'claude'));
    expect(await candidates({ env: { PATH: ground.at('bin') } })).toEqual([
      {
        path: ground.at('bin', 'claude'),
        realPath: real,
        source: 'path',
        state: 'program',
        version: '2.1.330',
        aliases: [ground.at('home', '.local', 'bin', 'claude')],
      },
    ]);
  });

  it('starts the link and not what is behind it: some managers look at the name', async () => {
    const manager = ground.put('claude.sh', 'home', '.local', 'bin', 'mise');
    symlinkSync(manager, ground.room('home', '.local', 'share', 'mise', 'shims', 'claude'));
    const { program } = await findCli(
      question({ env: { PATH: ground.at('home', '.local', 'share', 'mise', 'shims') } }),
    );
    expect(program).toBe(ground.at('home', '.local', 'share', 'mise', 'shims', 'claude'));
  });

  it('finds the newest Node first, and no more than 16 of them', async () => {
    for (let minor = 0; minor < 40; minor += 1) {
      ground.put('claude.sh', 'home', '.nvm', 'versions', 'node', `v20.${minor}.0`, 'bin', 'claude');
    }
    mkdirSync(ground.at('home', '.nvm', 'versions', 'node', 'lts'));
    const found = await candidates();
    expect(found.map(({ path }) => path)).toEqual(
      Array.from({ length: 16 }, (_, n) => ground.at('home/.nvm/versions/node', `v20.${39 - n}.0`, 'bin/claude')),
    );
  });

  it('stops at 32 candidates', async () => {
    const folders = Array.from({ length: 50 }, (_, n) => ground.at(`${n}`));
    for (const n of folders.keys()) ground.put('claude.sh', `${n}`, 'claude');
    const { sight } = await findCli(question({ env: { PATH: folders.join(':') } }));
    expect(sight.candidates).toHaveLength(32);
  });

  it('can be ended, and is honest about how far it came', async () => {
    const search = searchCli(question({ settingPath: ground.put('claude.sh', 'claude'), signal: AbortSignal.abort() }));
    await search.ended;
    expect(search.soFar()).toEqual({ sight: { candidates: [], searched: [] } });
  });
});

describe('findCli, with a path that was named and is no program', () => {
  it.each(['setting', 'variable'] as const)('shows it and replaces it by nothing (%s)', async (source) => {
    ground.put('claude.sh', 'bin', 'claude');
    const [path, named] = [ground.at('bin'), ground.at('gone', 'claude')];
    const env = { PATH: path, ...(source === 'variable' && { CLAUDE_CLI_PATH: named }) };
    const { sight, program } = await findCli(question({ env, ...(source === 'setting' && { settingPath: named }) }));
    expect(sight.candidates[0]).toEqual({ path: named, source, state: 'dangling' });
    expect(sight.candidates[1]).toMatchObject({ source: 'path', state: 'program' });
    expect(sight).not.toHaveProperty('chosen');
    expect(program).toBeUndefined();
  });

  it('understands ~ and quotes, and believes no relative path', async () => {
    const path = ground.put('claude.sh', 'home', 'my cli');
    expect((await findCli(question({ settingPath: '~/my cli' }))).program).toBe(path);
    expect((await findCli(question({ settingPath: `"${path}"` }))).program).toBe(path);
    for (const settingPath of ['claude', './claude', '../claude', 'a\0b', '~ann/claude']) {
      // One after the other: they are cheap, and a failure names its path.
      // oxlint-disable-next-line no-await-in-loop
      expect((await findCli(question({ settingPath }))).sight.candidates[0]).toMatchObject({ state: 'dangling' });
    }
    expect((await findCli(question({ settingPath: '' }))).sight.candidates[0]?.source).not.toBe('setting');
  });
});

describe('input 49: findCli, with what is no program', () => {
  const stateOf = async (...names: readonly string[]): Promise<unknown> =>
    (await findCli(question({ settingPath: ground.at(...names) }))).sight.candidates[0]?.state;

  it('tells folders, pipes, devices, links and modes apart without opening any', async () => {
    mkdirSync(ground.at('folder'));
    text('#!/bin/sh\n', 'no-mode');
    execFileSync('mkfifo', ['-m', '0755', ground.at('pipe')]);
    symlinkSync('/dev/zero', ground.at('device'));
    symlinkSync(ground.at('gone'), ground.at('dangling'));
    symlinkSync(ground.at('loop'), ground.at('loop'));
    chmodSync(text('', 'empty-file'), 0o755);
    expect(await stateOf('folder')).toBe('folder');
    expect(await stateOf('no-mode')).toBe('not-executable');
    expect(await stateOf('pipe')).toBe('not-executable');
    expect(await stateOf('device')).toBe('not-executable');
    expect(await stateOf('dangling')).toBe('dangling');
    expect(await stateOf('loop')).toBe('dangling');
    expect(await stateOf('empty-file')).toBe('not-executable');
    expect(await stateOf('no-mode', 'claude')).toBe('dangling');
    expect(await stateOf('x'.repeat(300))).toBe('dangling');
  });

  it('passes over them on PATH, as a shell does, and lists them', async () => {
    mkdirSync(ground.at('a', 'claude'), { recursive: true });
    text('#!/bin/sh\n', 'b', 'claude');
    symlinkSync(ground.at('gone'), ground.room('c', 'claude'));
    const path = ground.put('claude.sh', 'd', 'claude');
    const env = { PATH: ['a', 'b', 'c', 'd', 'none'].map((name) => ground.at(name)).join(':') };
    expect((await candidates({ env })).map(({ state }) => state)).toEqual([
      'folder',
      'not-executable',
      'dangling',
      'program',
    ]);
    expect((await findCli(question({ env }))).program).toBe(path);
  });

  it('tells what is hidden from us', async () => {
    ground.put('claude.sh', 'private', 'claude');
    symlinkSync(ground.at('private', 'claude'), ground.room('bin', 'claude'));
    chmodSync(ground.at('private'), 0o000);
    chmodSync(ground.root, 0o755);
    await asNobody(async () => {
      expect(await stateOf('private', 'claude')).toBe('unreadable');
      expect(await candidates({ env: { PATH: `${ground.at('private')}:${ground.at('bin')}` } })).toEqual([
        { path: ground.at('bin', 'claude'), source: 'path', state: 'unreadable' },
      ]);
    });
    chmodSync(ground.at('private'), 0o755);
  });
});

// Root may see everything, so it looks through the eyes of somebody else.
async function asNobody(look: () => Promise<void>): Promise<void> {
  if (process.getuid?.() !== 0) return look();
  process.seteuid?.(65_534);
  try {
    await look();
  } finally {
    process.seteuid?.(0);
  }
}

describe('input 52: findCli, in places where anybody may put a program', () => {
  const onPath = async (path: string): Promise<unknown> =>
    (await candidates({ env: { PATH: path } })).map(({ state }) => state);

  it('never looks at the current folder, by any of its names', async () => {
    const before = process.cwd();
    ground.put('claude.sh', 'here', 'claude');
    ground.put('claude.sh', 'here', 'bin', 'claude');
    process.chdir(ground.at('here'));
    try {
      expect(await onPath(':.::./bin:bin:../here:')).toEqual([]);
      const { sight } = await findCli(question({ env: { PATH: '.' }, shellPath: ':', settingPath: 'claude' }));
      expect(sight.searched.filter((folder) => !folder.startsWith('/'))).toEqual(['claude']);
      expect(sight.chosen?.path.startsWith(ground.root)).not.toBe(true);
    } finally {
      process.chdir(before);
    }
  });

  it('starts none out of a folder, or over a file, that all may write', async () => {
    ground.put('claude.sh', 'open', 'claude');
    chmodSync(ground.at('open'), 0o777);
    ground.put('claude.sh', 'sticky', 'claude');
    chmodSync(ground.at('sticky'), 0o1777);
    chmodSync(ground.put('claude.sh', 'file', 'claude'), 0o777);
    ground.put('claude.sh', 'above', 'bin', 'claude');
    chmodSync(ground.at('above'), 0o777);
    ground.put('claude.sh', 'safe', 'claude');
    const open = ['open', 'sticky', 'file', 'above/bin'].map((name) => ground.at(name));
    expect(await onPath(open.join(':'))).toEqual(open.map(() => 'unsafe-folder'));
    expect(await onPath(ground.at('safe'))).toEqual(['program']);
    chmodSync(ground.at('safe'), 0o775);
    expect(await onPath(ground.at('safe'))).toEqual(['program']);
  });

  it('starts none that a link through such a folder leads to', async () => {
    const real = ground.put('claude.sh', 'safe', 'claude');
    symlinkSync(real, ground.room('open', 'hop'));
    chmodSync(ground.at('open'), 0o777);
    symlinkSync('../open/hop', ground.room('bin', 'claude'));
    expect(await onPath(ground.at('bin'))).toEqual(['unsafe-folder']);
    symlinkSync(real, ground.room('good', 'claude'));
    expect(await onPath(`${ground.at('bin')}:${ground.at('good')}`)).toEqual(['unsafe-folder', 'program']);
    ground.put('claude.sh', 'open', 'other');
    symlinkSync(ground.at('open', 'other'), ground.room('bin2', 'claude'));
    expect(await onPath(ground.at('bin2'))).toEqual(['unsafe-folder']);
  });
});

describe('findCli, and versions', () => {
  const versionOf = async (): Promise<unknown> =>
    (await candidates({ env: { PATH: ground.at('bin') } })).map(({ version }) => version);

  it('reads the package file of npm, beside the file or one folder up', async () => {
    const installed = ['lib', 'node_modules', '@anthropic-ai', 'claude-code'];
    symlinkSync(ground.put('claude.sh', ...installed, 'bin', 'claude.exe'), ground.room('bin', 'claude'));
    text(npmPackage('2.1.330'), ...installed, 'package.json');
    expect(await versionOf()).toEqual(['2.1.330']);
  });

  it.each([
    ['of another program', JSON.stringify({ name: 'other', version: '2.1.330' })],
    ['without a version', npmPackage(undefined)],
    ['with a number', npmPackage(2)],
    ['with a strange version', npmPackage('2.1.330; rm -rf /')],
    ['that is broken', '{"name": "@anthropic-ai/claude-code", "version": "2.1.3'],
    ['that is a list', '[]'],
    ['that is nothing', 'null'],
    ['that is huge', npmPackage('2.1.330') + ' '.repeat(300_000)],
  ])('does not guess from a package file %s', async (_, content) => {
    ground.put('claude.sh', 'bin', 'claude');
    text(content, 'bin', 'package.json');
    expect(await versionOf()).toEqual([undefined]);
  });

  it('waits for no pipe that stands in for a package file', async () => {
    ground.put('claude.sh', 'bin', 'claude');
    execFileSync('mkfifo', [ground.at('bin', 'package.json')]);
    expect(await versionOf()).toEqual([undefined]);
  });
});

describe('input 53: findCli, on Windows', () => {
  const windows = (more: Partial<CliQuestion> = {}): Promise<readonly CliSeen[]> =>
    candidates({ platform: 'windows', ...more });
  const npm = ['App Data', 'npm'] as const;
  const installed = [...npm, 'node_modules', '@anthropic-ai', 'claude-code'] as const;

  it('starts the program beside a shim of npm, never the shim', async () => {
    const shim = text('@ECHO off\n', ...npm, 'claude.cmd');
    text('#!/bin/sh\n', ...npm, 'claude');
    text('', ...npm, 'claude.ps1');
    const native = text('MZ', ...installed, 'bin', 'claude.exe');
    text(npmPackage('2.1.330'), ...installed, 'package.json');
    const shown = { path: shim, realPath: native, state: 'program', version: '2.1.330' };
    expect(await windows({ env: { APPDATA: ground.at('App Data') } })).toEqual([{ ...shown, source: 'known-place' }]);
    const env = { Path: `"${ground.at(...npm)}";C:relative;\\only;;.` };
    expect(await windows({ env })).toEqual([{ ...shown, source: 'path' }]);
    expect((await findCli(question({ platform: 'windows', env }))).program).toBe(native);
    expect((await findCli(question({ platform: 'windows', settingPath: shim }))).program).toBe(native);
    const bare = await findCli(question({ platform: 'windows', settingPath: ground.at(...npm, 'claude') }));
    expect(bare.program).toBe(native);
  });

  it('knows the version of an older install, whose shim only a shell could start', async () => {
    text('@ECHO off\n', ...npm, 'claude.cmd');
    const script = text('// node', ...installed, 'cli.js');
    text(npmPackage('2.0.0'), ...installed, 'package.json');
    expect(await windows({ env: { PATH: ground.at(...npm) } })).toEqual([
      {
        path: ground.at(...npm, 'claude.cmd'),
        realPath: script,
        source: 'path',
        state: 'not-executable',
        version: '2.0.0',
      },
    ]);
  });

  it('takes no script of PowerShell or of a Unix shell for a program', async () => {
    text('', 'a', 'claude.ps1');
    text('#!/bin/sh\n', 'b', 'claude');
    expect(await windows({ env: { PATH: ground.at('a') } })).toMatchObject([{ state: 'not-executable' }]);
    expect(await windows({ env: { PATH: ground.at('b') } })).toEqual([]);
    expect(await windows({ settingPath: ground.at('b', 'claude') })).toMatchObject([{ state: 'not-executable' }]);
  });

  it('takes an .exe before a shim, and needs no mode bits', async () => {
    const path = text('MZ', 'a', 'claude.exe');
    text('', 'a', 'claude.cmd');
    expect(await windows({ env: { PATH: ground.at('a') } })).toEqual([{ path, source: 'path', state: 'program' }]);
  });
});
