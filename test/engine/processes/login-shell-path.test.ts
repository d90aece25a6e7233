import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock, type Clock } from '../../../engine/clock.ts';
import { loginShellPath } from '../../../engine/processes/login-shell-path.ts';
import { playground, runs, until, type Playground } from './playground.ts';

const PATH = '/usr/bin:/bin';

// The same order of things in a tenth of the time.
const hasty: Clock = { ...systemClock, after: (ms, run) => systemClock.after(ms / 10, run) };

let ground: Playground;
beforeEach(() => {
  ground = playground();
});
afterEach(() => ground.remove());

function ask(shell: string | undefined, clock: Clock = systemClock, signal?: AbortSignal): Promise<string | undefined> {
  const env = { HOME: ground.root, PATH, SECRET: 'planted', ...(shell !== undefined && { SHELL: shell }) };
  const question = { env, platform: 'linux', folder: ground.empty, ...(signal && { signal }) } as const;
  return loginShellPath(question, clock);
}

function profile(lines: string): void {
  writeFileSync(ground.at('.bash_profile'), lines);
}

describe('loginShellPath', () => {
  it('is the PATH that the start files make, those for interactive shells included', async () => {
    profile('export PATH="$HOME/login:$PATH"; case $- in *i*) . "$HOME/.bashrc" ;; esac');
    writeFileSync(ground.at('.bashrc'), 'PATH="$HOME/interactive dir:$PATH"');
    expect(await ask('/bin/bash')).toMatch(new RegExp(`^${ground.root}/interactive dir:${ground.root}/login:.*/bin`));
  });

  it('works with a plain POSIX shell', async () => {
    writeFileSync(ground.at('.profile'), 'PATH="/from/profile:$PATH"');
    expect(await ask('/bin/sh')).toMatch(/^\/from\/profile:.*\/bin/);
  });

  it('is not misled by banners, traces, echoed commands and farewells', async () => {
    profile(
      [
        'echo "Welcome! $PATH"; printf "no newline <<pilot-light<< half a mark"; echo noise >&2',
        `trap 'printf "\\033]0;%s\\007" "$BASH_COMMAND"' DEBUG`,
        `trap 'echo bye; echo "$PATH"' EXIT`,
        'alias printf=false; set -xv; PATH=/real:/usr/bin:/bin',
      ].join('\n'),
    );
    expect(await ask('/bin/bash')).toBe('/real:/usr/bin:/bin');
  });

  it('keeps a PATH with line breaks, spaces and letters of all kinds', async () => {
    profile(`PATH=$'/a b:/line\\nbreak:/é🎈:/$(touch canary):/usr/bin'`);
    expect(await ask('/bin/bash')).toBe('/a b:/line\nbreak:/é🎈:/$(touch canary):/usr/bin');
    expect(readdirSync(ground.empty)).toEqual([]);
  });

  it('gives the start files none of our secrets, no terminal and no input', async () => {
    profile('PATH="/secret-${SECRET:-none}:/term-$TERM:/tty-$(test -t 0 && echo yes || echo no):/bin"; cat');
    expect(await ask('/bin/bash')).toBe('/secret-none:/term-dumb:/tty-no:/bin');
  });

  it('leaves nothing behind in the home folder', async () => {
    profile('HISTFILE="$HOME/history"; set -o history; PATH=/x:/usr/bin:/bin');
    expect(await ask('/bin/bash')).toBe('/x:/usr/bin:/bin');
    expect(readdirSync(ground.root).toSorted()).toEqual(['.bash_profile', 'empty']);
  });
});

describe('loginShellPath, where it cannot be had', () => {
  it.each([
    ['start files that hang', 'echo "$$" > "$HOME/pids"; trap "" TERM; sleep 30'],
    ['start files that hang in the background too', 'sleep 30 & echo "$!" > "$HOME/pids"; sleep 30'],
  ])('gives up on %s, and leaves nobody behind', async (_, lines) => {
    profile(lines);
    expect(await ask('/bin/bash', hasty)).toBeUndefined();
    await until(() => ground.pids(ground.at('pids')).every((pid) => !runs(pid)));
  });

  it.each([
    ['replace the shell', 'exec cat'],
    ['end it', 'exit 3'],
    ['print without end', 'while :; do echo noise; done'],
    ['empty PATH', 'PATH='],
  ])('is absent when the start files %s', async (_, lines) => {
    profile(lines);
    expect(await ask('/bin/bash')).toBeUndefined();
  });

  it('is absent for shells that are unknown, missing, relative or unset', async () => {
    const unknown = ground.put('environment.sh', 'nushell');
    expect(await ask(unknown)).toBeUndefined();
    expect(await ask(ground.at('bash'))).toBeUndefined();
    expect(await ask('bash')).toBeUndefined();
    expect(await ask('')).toBeUndefined();
    expect(await ask(undefined)).toBeUndefined();
  });

  it('is absent on Windows', async () => {
    const env = { SHELL: '/bin/bash', HOME: ground.root, PATH };
    expect(await loginShellPath({ env, platform: 'windows', folder: ground.empty }, systemClock)).toBeUndefined();
  });

  it('ends at once when it is cancelled', async () => {
    profile('echo "$$" > "$HOME/pids"; sleep 30');
    const stopping = new AbortController();
    const asked = ask('/bin/bash', systemClock, stopping.signal);
    await until(() => ground.pids(join(ground.root, 'pids')).length === 1);
    stopping.abort();
    expect(await asked).toBeUndefined();
    await until(() => ground.pids(ground.at('pids')).every((pid) => !runs(pid)));
  });
});
