import type { Platform } from '../platform.ts';
import { TERMINAL_COMMANDS, type TerminalCommand } from './commands.ts';

/** What a terminal is to run. */
export interface ScriptContent {
  readonly command: TerminalCommand;
  /** The full path of the user's own CLI. */
  readonly program: string;
  /** The full path in `CLAUDE_CONFIG_DIR`, if it is set: a terminal that runs already hands on its environment, not ours. */
  readonly configFolder?: string;
  /** The script is alone in a folder made for it, and removes both as it begins. Not on Windows. */
  readonly passing?: boolean;
}

// True of every terminal, whether it closes its window at the end (most) or leaves it (a Mac's).
const CLOSING = 'Pilot Light: the command has ended. Press Enter, or close this window.';
const MAX_PATH = 4_096;

/**
 * The text of the script that a terminal runs: the program with the constant arguments of the command, then a line of ours,
 * until Enter is pressed. Absent when a path cannot be written into it so that it surely means itself.
 */
export function terminalScript(content: ScriptContent, platform: Platform): string | undefined {
  const { program, configFolder } = content;
  const paths = [program, ...(configFolder === undefined ? [] : [configFolder])];
  const isSafe = platform === 'windows' ? isSafeInBatch : isSafeInShell;
  if (!paths.every((path) => path.length <= MAX_PATH && isSafe(path))) return undefined;
  return platform === 'windows' ? batchScript(content) : shellScript(content);
}

/** The ending by which each operating system knows such a script. */
export function scriptEnding(platform: Platform): string {
  return { linux: '.sh', mac: '.command', windows: '.bat' }[platform];
}

// Between single quotes a shell changes nothing; only a NUL and half a letter cannot be written at all.
const UNWRITABLE = /[\0\p{Surrogate}]/u;
const isSafeInShell = (path: string): boolean => path.startsWith('/') && !UNWRITABLE.test(path);

// The folder of the program comes first on the PATH, as it does in a shell that finds the program there: a CLI of a version
// manager needs the Node beside it. The trap keeps the window open when Ctrl-C ends the program; unlike an ignored
// signal it is not inherited.
function shellScript({ command, program, configFolder, passing = false }: ScriptContent): string {
  const folder = program.slice(0, program.lastIndexOf('/'));
  return [
    '#!/bin/sh',
    ...(passing ? ['rm -f -- "$0" && rmdir -- "${0%/*}"'] : []),
    ...(configFolder === undefined ? [] : [`CLAUDE_CONFIG_DIR=${quoted(configFolder)}`, 'export CLAUDE_CONFIG_DIR']),
    ...(folder === '' || folder.includes(':') ? [] : [`PATH=${quoted(folder)}\${PATH:+":$PATH"}`, 'export PATH']),
    "trap ':' INT QUIT",
    [program, ...TERMINAL_COMMANDS[command]].map(quoted).join(' '),
    'trap - INT QUIT',
    `printf '\\n%s\\n' ${quoted(CLOSING)}`,
    'read -r enter',
    'exit 0',
    '',
  ].join('\n');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

// Refused rather than escaped: `%` `^` `&` `!` and quotes mean something to cmd.exe, in ways that depend on settings; and
// letters beyond ASCII mean whatever the console's code page says.
const BATCH_PATH = /^[A-Za-z]:\\[A-Za-z0-9 .,;=~@#$+'`(){}[\]_\\-]+$/;
const isSafeInBatch = (path: string): boolean => BATCH_PATH.test(path);

function batchScript({ command, program, configFolder }: ScriptContent): string {
  return [
    '@echo off',
    'setlocal DisableDelayedExpansion',
    ...(configFolder === undefined ? [] : [`set "CLAUDE_CONFIG_DIR=${configFolder}"`]),
    [`"${program}"`, ...TERMINAL_COMMANDS[command]].join(' '),
    'echo.',
    `echo ${CLOSING}`,
    'pause >nul',
    '',
  ].join('\r\n');
}
