import { chmodSync, existsSync, mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../../engine/clock.ts';
import { playground, until, type Playground } from '../processes/playground.ts';
import { answerAfter, askedOf, asking, homeOf, TOOLS } from './asking.ts';
import { leftOver } from './left-over.ts';
import { HERE, writeForeignProgram, writeStrangeLibraryProgram, writeTinyProgram } from './tiny-program.ts';

let ground: Playground;
beforeEach(() => {
  ground = playground();
});
afterEach(async () => {
  await until(() => leftOver(ground.at('home')).length === 0);
  expect(readdirSync(ground.empty)).toEqual([]);
  ground.remove();
});

function script(lines: string, name = 'claude'): string {
  const path = ground.room(name);
  writeFileSync(path, `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
  return path;
}

describe('inputs 49 and R34: a CLI that is missing or broken', () => {
  it.each([
    ['claude.sh', { kind: 'version', version: '2.1.330', ms: expect.any(Number) }],
    ['old.sh', { kind: 'version', version: '2.0.0', ms: expect.any(Number) }],
    ['newer.sh', { kind: 'version', version: '3.4.5', ms: expect.any(Number) }],
    ['says-nothing.sh', { kind: 'no-version' }],
    ['says-garbage.sh', { kind: 'no-version', said: '��]52;c;cGxhbnRlZA==[31mreddlrow' }],
    ['reads-stdin.sh', { kind: 'no-version', said: 'input ended' }],
    ['fails.sh', { kind: 'failed', code: 1, said: 'TypeError: boom' }],
    ['illegal-instruction.sh', { kind: 'failed', signal: 'SIGILL' }],
    ['npm-placeholder', { kind: 'incomplete' }],
    ['needs-node.mjs', { kind: 'needs-node' }],
  ])('%s', async (fixture, fact) => {
    mkdirSync(ground.at('no-node'));
    const env = { PATH: fixture === 'needs-node.mjs' ? ground.at('no-node') : TOOLS };
    expect(await asking(ground, { env }).version(ground.put(fixture, 'bin', 'claude'))).toEqual(fact);
  });

  it('starts nothing where no program is', async () => {
    mkdirSync(ground.at('folder'));
    writeFileSync(ground.at('text'), '#!/bin/sh\n', { mode: 0o644 });
    symlinkSync(ground.at('gone'), ground.at('dangling'));
    const claude = asking(ground);
    expect(await claude.version(ground.at('gone'))).toEqual({ kind: 'not-started', code: 'ENOENT' });
    expect(await claude.version(ground.at('dangling'))).toEqual({ kind: 'not-started', code: 'ENOENT' });
    expect(await claude.version(ground.at('folder'))).toEqual({ kind: 'not-started', code: 'EACCES' });
    expect(await claude.version(ground.at('text'))).toEqual({ kind: 'not-started', code: 'EACCES' });
    expect(await claude.version('claude')).toEqual({ kind: 'not-started', code: 'not-absolute' });
  });

  it.each([
    ['a banner before it', "echo 'Welcome!'; echo; echo '2.1.331 (Claude Code)'", '2.1.331'],
    ['spaces and more', "printf '  v2.1.331-beta.1 (Claude Code) patched\\r\\n'", '2.1.331-beta.1'],
    ['noise on stderr', "echo '9.9.9 (Claude Code)' >&2; echo '2.1.331 (Claude Code)'", '2.1.331'],
  ])('reads a version with %s', async (_, lines, version) => {
    expect(await asking(ground).version(script(lines))).toMatchObject({ kind: 'version', version });
  });

  it.each([
    ['another program', 'echo 2.1.331'],
    ['words', "echo 'newest (Claude Code)'"],
    ['the version of something else', "echo 'node 20.20.2 (Claude Code)'"],
    ['no end', 'i=0; while [ $i -lt 200 ]; do echo x; i=$((i+1)); done; echo "2.1.331 (Claude Code)"'],
  ])('takes %s for no version', async (_, lines) => {
    expect(await asking(ground).version(script(lines))).toMatchObject({ kind: 'no-version' });
  });

  it.each([
    ['a version, but a failure', "echo '2.1.331 (Claude Code)'; exit 3", { kind: 'failed', code: 3 }],
    ['a shell that saw SIGILL', 'exit 132', { kind: 'failed', signal: 'SIGILL' }],
    [
      'a shim before a placeholder',
      "echo 'Error: claude native binary not installed.' >&2; exit 1",
      { kind: 'incomplete' },
    ],
    ['a shim without Node', 'exec node cli.js', { kind: 'needs-node' }],
    ['a shim with a strange message', "echo 'env: can’t find foo' >&2; exit 127", { kind: 'failed', code: 127 }],
    [
      'a shim before a program for another machine',
      "echo 'claude: cannot execute binary file: Exec format error' >&2; exit 126",
      { kind: 'wrong-machine' },
    ],
  ])('understands %s', async (_, lines, fact) => {
    mkdirSync(ground.at('no-node'));
    expect(await asking(ground, { env: { PATH: ground.at('no-node') } }).version(script(lines))).toMatchObject(fact);
  });

  it('does not hand to a shell what no kernel takes', async () => {
    const page = ground.at('page');
    writeFileSync(page, 'touch canary\n<!DOCTYPE html>\ntouch canary\n', { mode: 0o755 });
    const claude = asking(ground);
    expect(await claude.version(page)).toEqual({ kind: 'not-started', code: 'ENOEXEC' });
    expect(await claude.version(writeForeignProgram(ground.at('foreign')))).toEqual({ kind: 'wrong-machine' });
  });

  it.runIf(HERE)('tells a missing loader from a missing program', async () => {
    const node = ground.at('node');
    writeFileSync(ground.at('script'), `#!${node}\n`, { mode: 0o755 });
    writeFileSync(ground.at('strange'), `#!${ground.at('gone')}\n`, { mode: 0o755 });
    const claude = asking(ground);
    expect(await claude.version(writeStrangeLibraryProgram(ground.at('musl')))).toEqual({ kind: 'wrong-machine' });
    expect(await claude.version(ground.at('script'))).toEqual({ kind: 'needs-node' });
    expect(await claude.version(ground.at('strange'))).toEqual({ kind: 'not-started', code: 'ENOENT' });
  });

  it('does not take its own missing folder for a missing program', async () => {
    const claude = asking(ground, { folder: ground.at('tidied away') });
    expect(await claude.version(ground.put('claude.sh', 'claude'))).toEqual({ kind: 'not-started', code: 'no-folder' });
  });
});

describe('inputs 50 and R35: a CLI that does not end', () => {
  it('gives up on one that hangs after five seconds, and leaves nobody behind', async () => {
    const path = ground.put('hangs.sh', 'claude');
    const ask = (clock: Clock): Promise<unknown> => asking(ground, { clock }).version(path);
    const isAsked = (): boolean => ground.pids(ground.at('home', 'pids')).length === 3;
    expect(await answerAfter(5_000, ask, isAsked)).toEqual({ kind: 'hangs' });
  });

  it('leaves no child of one that ends', async () => {
    const asked = asking(ground).version(ground.put('leaves-children.sh', 'claude'));
    expect(await asked).toMatchObject({ kind: 'version', version: '2.1.331' });
    expect(ground.pids(ground.at('home', 'pids'))).toHaveLength(2);
  });

  it('stops one that prints 100 MB', async () => {
    expect(await asking(ground).version(ground.put('floods.sh', 'claude'))).toEqual({ kind: 'too-much-output' });
  });

  it('ends when all who asked have left, and not before', async () => {
    const [first, second] = [new AbortController(), new AbortController()];
    const claude = asking(ground);
    const path = ground.put('hangs.sh', 'claude');
    const asked = [claude.version(path, first.signal), claude.version(path, second.signal)];
    await until(() => ground.pids(ground.at('home', 'pids')).length === 3);
    first.abort();
    expect(await asked[0]).toEqual({ kind: 'hangs' });
    expect(leftOver(ground.at('home')).length).toBeGreaterThan(2);
    second.abort();
    expect(await asked[1]).toEqual({ kind: 'hangs' });
  });
});

describe('one at a time', () => {
  it('starts one for a thousand who ask', async () => {
    const claude = asking(ground);
    const path = ground.put('answers.sh', 'claude');
    const facts = await Promise.all(Array.from({ length: 1_000 }, () => claude.version(path)));
    expect(new Set(facts.map((fact) => JSON.stringify(fact))).size).toBe(1);
    expect(facts[0]).toMatchObject({ kind: 'version', version: '2.1.331' });
    expect(askedOf(ground)).toEqual(['--version']);
  });

  it('never starts another program meanwhile', async () => {
    const lines = `mkdir "$HOME/lock" || echo overlap >> "$HOME/overlaps"; sleep 0.05; rmdir "$HOME/lock"`;
    const paths = ['a', 'b', 'c', 'd'].map((name) => script(`${lines}; echo '2.1.331 (Claude Code)'`, name));
    const claude = asking(ground);
    const facts = await Promise.all(paths.map((path) => claude.version(path)));
    expect(facts.map(({ kind }) => kind)).toEqual(['version', 'version', 'version', 'version']);
    expect(existsSync(ground.at('home', 'overlaps'))).toBe(false);
  });
});

describe('what was proved before', () => {
  const installed = (): string => ground.room('home', '.local', 'share', 'claude', 'versions', '2.1.331');

  it('sees a fix at once', async () => {
    const claude = asking(ground);
    const path = ground.put('fails.sh', 'claude');
    expect(await claude.version(path)).toMatchObject({ kind: 'failed' });
    ground.put('claude.sh', 'claude');
    expect(await claude.version(path)).toMatchObject({ kind: 'version' });
  });

  it.runIf(HERE)('holds for a program as long as its file stays the same', async () => {
    if (HERE === undefined) return;
    const claude = asking(ground);
    const at = new Date('2026-01-01');
    const path = writeTinyProgram(installed(), '2.1.331 (Claude Code)\n', HERE);
    utimesSync(path, at, at);
    const first = await claude.version(path);
    expect(first).toMatchObject({ kind: 'version', version: '2.1.331' });
    // What it would say now proves that it was not asked.
    writeTinyProgram(path, '2.1.332 (Claude Code)\n', HERE);
    utimesSync(path, at, at);
    expect(await claude.version(path)).toBe(first);
    utimesSync(path, at, new Date('2026-01-02'));
    expect(await claude.version(path)).toMatchObject({ version: '2.1.332' });
  });

  it.runIf(HERE)('holds for no link of a version manager, behind which the program changes', async () => {
    if (HERE === undefined) return;
    const claude = asking(ground);
    const at = new Date('2026-01-01');
    const path = writeTinyProgram(ground.at('claude'), '2.1.331 (Claude Code)\n', HERE);
    utimesSync(path, at, at);
    expect(await claude.version(path)).toMatchObject({ version: '2.1.331' });
    writeTinyProgram(path, '2.1.332 (Claude Code)\n', HERE);
    utimesSync(path, at, at);
    expect(await claude.version(path)).toMatchObject({ version: '2.1.332' });
  });

  it('holds for no script, which may have lost its Node', async () => {
    const claude = asking(ground);
    installed();
    const path = ground.put('answers.sh', 'home', '.local', 'share', 'claude', 'versions', '2.1.331');
    await claude.version(path);
    await claude.version(path);
    expect(askedOf(ground)).toEqual(['--version', '--version']);
  });
});

describe('the PATH of an older CLI', () => {
  it('finds Node beside it, on the PATH of the login shell, and on ours', async () => {
    symlinkSync(process.execPath, ground.room('node-bin', 'node'));
    symlinkSync(process.execPath, ground.room('manager', 'node'));
    mkdirSync(ground.at('nothing'));
    const path = ground.put('needs-node.mjs', 'bin', 'claude');
    const beside = ground.put('needs-node.mjs', 'manager', 'claude');
    const [none, some] = [ground.at('nothing'), ground.at('node-bin')];
    const version = { kind: 'version', version: '2.1.41' };
    expect(await asking(ground, { env: { PATH: some } }).version(path)).toMatchObject(version);
    const shellPath = async (): Promise<string> => `${none}:${some}`;
    expect(await asking(ground, { env: { PATH: none }, shellPath }).version(path)).toMatchObject(version);
    expect(await asking(ground, { env: { PATH: none } }).version(beside)).toMatchObject(version);
  });

  it('input 52: starts no Node that somebody planted', async () => {
    homeOf(ground);
    const planted = '#!/bin/sh\necho "$0" >> "$HOME/canary"\necho "2.1.41 (Claude Code)"\n';
    for (const name of ['open', 'here', 'a', 'a:b']) {
      writeFileSync(ground.room(name, 'node'), planted, { mode: 0o755 });
    }
    chmodSync(ground.at('open'), 0o777);
    const before = process.cwd();
    process.chdir(ground.at('here'));
    try {
      mkdirSync(ground.at('nothing'));
      const env = { PATH: `:.::./:${ground.at('open')}:${ground.at('nothing')}:` };
      const path = ground.put('needs-node.mjs', 'bin', 'claude');
      expect(await asking(ground, { env }).version(path)).toEqual({ kind: 'needs-node' });
      const split = ground.put('needs-node.mjs', 'a:.', 'claude');
      expect(await asking(ground, { env }).version(split)).toEqual({ kind: 'needs-node' });
    } finally {
      process.chdir(before);
    }
    expect(existsSync(ground.at('home', 'canary'))).toBe(false);
  });
});
