import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../engine/clock.ts';
import { childEnvironment } from '../../../engine/processes/child-environment.ts';
import { runProgram, type Program, type ProgramResult } from '../../../engine/processes/run-program.ts';
import { virtualClock } from '../virtual-clock.ts';
import { playground, runs, until, type Playground } from './playground.ts';

const PATH = '/usr/bin:/bin';

let ground: Playground;
beforeEach(() => {
  ground = playground();
});
afterEach(() => ground.remove());

function program(path: string, args: readonly string[] = [], more: Partial<Program> = {}): Program {
  const env = childEnvironment(process.env, { path: PATH });
  return { path, args, env, folder: ground.empty, limitMs: 15_000, maxBytes: 64_000, ...more };
}

async function output(result: Promise<ProgramResult>): Promise<string> {
  const ended = await result;
  if (ended.kind !== 'exited') throw new Error(`ended as ${ended.kind}`);
  return ended.stdout;
}

describe('runProgram', () => {
  it('tells the exit code and both streams', async () => {
    const result = await runProgram(program(ground.put('exits.sh', 'a'), ['7', 'ünïcode 🎈']), systemClock);
    expect(result).toEqual({
      kind: 'exited',
      code: 7,
      stdout: 'out: ünïcode 🎈\n',
      stderr: 'err: ünïcode 🎈\n',
      ms: expect.any(Number),
    });
  });

  it('tells a missing interpreter from a missing program', async () => {
    const script = ground.at('script');
    writeFileSync(script, '#!/usr/bin/env no-such-interpreter\n', { mode: 0o755 });
    expect(await runProgram(program(script), systemClock)).toMatchObject({ kind: 'exited', code: 127 });
    expect(await runProgram(program(ground.at('nothing')), systemClock)).toEqual({
      kind: 'not-started',
      code: 'ENOENT',
    });
  });

  it('tells the signal that ended a program, such as an illegal instruction', async () => {
    const script = ground.at('script');
    writeFileSync(script, '#!/bin/sh\nkill -ILL $$\n', { mode: 0o755 });
    const result = await runProgram(program(script), systemClock);
    expect(result).toMatchObject({ kind: 'exited', signal: 'SIGILL' });
    expect(result).not.toHaveProperty('code');
  });

  it('starts no folder, no file without the right to run, no dangling link and no loop', async () => {
    mkdirSync(ground.at('folder'));
    writeFileSync(ground.at('text'), 'no program', { mode: 0o644 });
    symlinkSync(ground.at('gone'), ground.at('dangling'));
    symlinkSync(ground.at('loop'), ground.at('loop'));
    const codeOf = async (name: string): Promise<unknown> => runProgram(program(ground.at(name)), systemClock);
    expect(await codeOf('folder')).toEqual({ kind: 'not-started', code: 'EACCES' });
    expect(await codeOf('text')).toEqual({ kind: 'not-started', code: 'EACCES' });
    expect(await codeOf('dangling')).toEqual({ kind: 'not-started', code: 'ENOENT' });
    expect(await codeOf('loop')).toEqual({ kind: 'not-started', code: 'ELOOP' });
  });

  it('starts nothing by a name or a relative path, nor what no system would take', async () => {
    const notStarted = async (path: string, args: readonly string[] = []): Promise<unknown> =>
      runProgram(program(path, args), systemClock);
    expect(await notStarted('sh')).toEqual({ kind: 'not-started', code: 'not-absolute' });
    expect(await notStarted('./sh')).toEqual({ kind: 'not-started', code: 'not-absolute' });
    expect(await notStarted('')).toEqual({ kind: 'not-started', code: 'not-absolute' });
    expect(await notStarted('/bin/sh', ['\0'])).toEqual({ kind: 'not-started', code: 'ERR_INVALID_ARG_VALUE' });
    expect(await notStarted('/bin/sh', ['x'.repeat(4_000_000)])).toEqual({ kind: 'not-started', code: 'E2BIG' });
  });

  it('hands every argument on as it is, without a shell', async () => {
    const evil = [
      '$(touch canary)',
      '`touch canary`',
      'a b',
      `'"`,
      '; touch canary',
      '-rf',
      '*',
      '%PATH%',
      '^',
      '',
      'é🎈',
    ];
    const stdout = await output(
      runProgram(program(ground.put('environment.sh', 'a b;$(touch canary)'), evil), systemClock),
    );
    for (const argument of evil) expect(stdout).toContain(`argument=[${argument}]\n`);
    expect(stdout).toContain(`folder=[${ground.empty}]`);
    expect(spawnSync('find', [ground.root, '-name', 'canary']).stdout.toString()).toBe('');
  });

  it('gives a program the end of its input at once', async () => {
    expect(await output(runProgram(program(ground.put('reads-stdin.sh', 'a')), systemClock))).toBe('input ended\n');
  });

  it('gives no program a terminal', async () => {
    const script = ground.at('script');
    writeFileSync(script, '#!/bin/sh\n(: < /dev/tty) 2>/dev/null && echo terminal || echo none\n', { mode: 0o755 });
    expect(await output(runProgram(program(script), systemClock))).toBe('none\n');
  });
});

describe('runProgram, with programs that do not end', () => {
  const LIMIT_MS = 5_000;

  it('kills one that sleeps and ignores SIGTERM, with its child', async () => {
    const clock = virtualClock();
    const file = ground.at('pids');
    const result = runProgram(program(ground.put('sleeps.sh', 'a'), [file], { limitMs: LIMIT_MS }), clock);
    await until(() => ground.pids(file).length === 1);
    await clock.advance(LIMIT_MS);
    expect(await result).toEqual({ kind: 'timed-out' });
    await until(() => ground.pids(file).every((pid) => !runs(pid)));
    expect(clock.waiting).toBe(0);
  });

  it.each(['stay', 'leave'])('leaves none of the processes that a program forked (%s)', async (what) => {
    const clock = virtualClock();
    const file = ground.at('pids');
    const result = runProgram(program(ground.put('forks.sh', 'a'), [file, what], { limitMs: LIMIT_MS }), clock);
    await until(() => ground.pids(file).length === 3);
    if (what === 'stay') await clock.advance(LIMIT_MS);
    expect(await result).toMatchObject(
      what === 'stay' ? { kind: 'timed-out' } : { kind: 'exited', stdout: 'forked\n' },
    );
    await until(() => ground.pids(file).every((pid) => !runs(pid)));
    expect(clock.waiting).toBe(0);
  });

  it('does not wait for one that fled the group and holds the streams', async () => {
    const clock = virtualClock();
    const file = ground.at('pids');
    const path = ground.put('flees.mjs', 'flees.mjs');
    const result = runProgram(program(process.execPath, [path, file], { limitMs: Number.MAX_SAFE_INTEGER }), clock);
    await until(() => ground.pids(file).length === 1);
    const seen: ProgramResult[] = [];
    void result.then((ended) => seen.push(ended));
    while (seen.length === 0) await clock.advance(100);
    expect(seen).toMatchObject([{ kind: 'exited', code: 0, stdout: 'done\n' }]);
    for (const pid of ground.pids(file)) process.kill(pid, 'SIGKILL');
  });

  it('stops one that prints 100 MB, and keeps none of it', async () => {
    const file = ground.at('pids');
    const result = runProgram(program(ground.put('prints-100-mb.sh', 'a'), [file], { maxBytes: 10_000 }), systemClock);
    expect(await result).toEqual({ kind: 'too-much-output' });
    await until(() => ground.pids(file).every((pid) => !runs(pid)));
  });

  it('takes exactly as much output as it may', async () => {
    const script = ground.at('script');
    writeFileSync(script, '#!/bin/sh\nhead -c 600 /dev/zero; head -c 400 /dev/zero >&2\n', { mode: 0o755 });
    expect(await runProgram(program(script, [], { maxBytes: 1_000 }), systemClock)).toMatchObject({ kind: 'exited' });
    expect(await runProgram(program(script, [], { maxBytes: 999 }), systemClock)).toEqual({ kind: 'too-much-output' });
  });

  it('can be cancelled, before and while it runs', async () => {
    const file = ground.at('pids');
    const path = ground.put('sleeps.sh', 'a');
    const cancelled = runProgram(program(path, [file], { signal: AbortSignal.abort() }), systemClock);
    expect(await cancelled).toEqual({ kind: 'cancelled' });
    expect(ground.pids(file)).toEqual([]);

    const stopping = new AbortController();
    const result = runProgram(program(path, [file], { signal: stopping.signal }), systemClock);
    await until(() => ground.pids(file).length === 1);
    stopping.abort();
    expect(await result).toEqual({ kind: 'cancelled' });
    await until(() => ground.pids(file).every((pid) => !runs(pid)));
  });

  it('runs 30 at once without mixing them up', async () => {
    const path = ground.put('exits.sh', 'a');
    const numbers = Array.from({ length: 30 }, (_, number) => number);
    const results = await Promise.all(numbers.map((n) => runProgram(program(path, [`${n}`, `<${n}>`]), systemClock)));
    expect(results.map((result) => result.kind === 'exited' && [result.code, result.stdout])).toEqual(
      numbers.map((n) => [n, `out: <${n}>\n`]),
    );
  });
});
