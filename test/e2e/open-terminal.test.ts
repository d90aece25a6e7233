import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect } from 'vitest';
import { systemClock } from '../../engine/clock.ts';
import { openTerminal, type TerminalOutcome } from '../../engine/terminal/open-terminal.ts';
import { test } from './desk.ts';
import { processesIn, statusOf, type LiveProcess } from './process.ts';

const SOON = { timeout: 15_000 };

// Stands in for the CLI: writes down its arguments, asks as a sign-in does, and writes down what the user typed.
const CLI = `#!/bin/sh
test -t 0 && test -t 1 && printf '%s\\n' "$@" "$CLAUDE_CONFIG_DIR" > "$HOME/arguments"
printf 'Paste code here if prompted > '
read -r code && printf '%s\\n' "$code" > "$HOME/code"
`;

/** Opens a real xterm that runs the stand-in, with names of folders as somebody will have them. */
async function openXterm(home: string): Promise<TerminalOutcome> {
  const [bin, program] = [join(home, 'bin'), join(home, "it's a $HOME", 'claude')];
  await mkdir(join(program, '..'), { recursive: true });
  await writeFile(program, CLI);
  await chmod(program, 0o755);
  await mkdir(bin);
  await symlink('/usr/bin/xterm', join(bin, 'xterm'));
  const env = { ...process.env, HOME: home, PATH: bin };
  return openTerminal(
    { command: 'sign-in', program, configFolder: join(home, 'say "hello"') },
    { platform: 'linux', env, home, folder: join(home, 'scripts'), clock: systemClock },
  );
}

/** The xterm that was opened, once it shows its window and has the keyboard. */
async function focusedXterm(home: string): Promise<LiveProcess> {
  const isXterm = ({ commandLine }: LiveProcess): boolean => /^\S*xterm\0-e\0/.test(commandLine);
  const find = async (): Promise<LiveProcess | undefined> => (await processesIn(home)).find(isXterm);
  await expect.poll(find, SOON).toBeDefined();
  const xterm = await find();
  if (xterm === undefined) throw new Error('the xterm has ended');
  const window = ['--sync', '--onlyvisible', '--all', '--pid', String(xterm.pid), '--class', 'xterm'];
  await xdotool('search', ...window, 'windowactivate', '--sync');
  return xterm;
}

async function xdotool(...args: readonly string[]): Promise<void> {
  await promisify(execFile)('xdotool', args);
}

/** Whether the script sleeps although nobody runs below it: then it waits for the user. */
async function isWaiting(xterm: LiveProcess): Promise<boolean> {
  const [script, ...others] = await childrenOf(xterm.pid);
  if (script === undefined || others.length > 0) return false;
  const [state, below] = [await statusOf(script, 'State'), await childrenOf(script)];
  return state?.startsWith('S') === true && below.length === 0;
}

async function childrenOf(parent: number): Promise<readonly number[]> {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  const parents = await Promise.all(pids.map((pid) => statusOf(pid, 'PPid')));
  return pids.filter((_pid, index) => parents[index] === String(parent));
}

describe('a terminal of the user’s', () => {
  test('runs the sign-in, waits for Enter after it, and closes', async ({ desk }) => {
    expect(await openXterm(desk.folder)).toEqual({ kind: 'opened', terminal: 'xterm' });
    const read = (name: string): Promise<string> => readFile(join(desk.folder, name), 'utf8').catch(() => '');
    await expect.poll(() => read('arguments'), SOON).toBe(`auth\nlogin\n${join(desk.folder, 'say "hello"')}\n`);
    const xterm = await focusedXterm(desk.folder);
    // A session of its own: the end of the app is not its end.
    expect(await statusOf(xterm.pid, 'NSsid')).toBe(String(xterm.pid));
    await xdotool('key', 'a', 'b', 'c', 'Return');
    await expect.poll(() => read('code'), SOON).toBe('abc\n');
    await expect.poll(() => isWaiting(xterm), SOON).toBe(true);
    await xdotool('key', 'Return');
    await expect.poll(() => processesIn(desk.folder), SOON).toEqual([]);
    expect(await readdir(join(desk.folder, 'scripts'))).toEqual(['sign-in.sh']);
  });

  test('stays open when the user ends the sign-in with Ctrl-C', async ({ desk }) => {
    expect(await openXterm(desk.folder)).toEqual({ kind: 'opened', terminal: 'xterm' });
    const xterm = await focusedXterm(desk.folder);
    await expect.poll(() => readdir(desk.folder), SOON).toContain('arguments');
    await xdotool('key', 'ctrl+c');
    await expect.poll(() => isWaiting(xterm), SOON).toBe(true);
    await xdotool('key', 'Return');
    await expect.poll(() => processesIn(desk.folder), SOON).toEqual([]);
    expect(await readdir(desk.folder)).not.toContain('code');
  });
});
