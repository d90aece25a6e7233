import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TERMINAL_COMMANDS, type TerminalCommand } from '../../../core/advice/commands.ts';
import { scriptEnding, terminalScript, type ScriptContent } from '../../../core/advice/terminal-script.ts';
import { playground, type Playground } from '../../engine/processes/playground.ts';
import { EVIL_NAMES } from '../../hostile/evil-names.ts';

// Stands in for the CLI: writes down how it was started, each text ended by a NUL.
const WITNESS = `#!/bin/sh
printf '%s\\0' "$0" "$@" "config=\${CLAUDE_CONFIG_DIR-unset}" "path=$PATH" >> "$WITNESS"
`;
const COMMANDS = ['sign-in', 'start-claude', 'update-native'] as const satisfies readonly TerminalCommand[];
const SHELLS = ['/bin/sh', '/bin/bash'];

let ground: Playground;
beforeEach(() => {
  ground = playground();
});
afterEach(() => {
  const canaries = ground.canaries();
  ground.remove();
  expect(canaries).toEqual([]);
});

function witnessAt(...names: readonly string[]): string {
  const path = ground.room(...names);
  writeFileSync(path, WITNESS);
  chmodSync(path, 0o755);
  return path;
}

interface Run {
  readonly seen: readonly string[];
  readonly stdout: string;
  readonly code: number | null;
}

function run(content: ScriptContent, shell = '/bin/sh', input = '\n'): Run {
  const text = terminalScript(content, 'linux');
  if (text === undefined) throw new Error(`refused: ${content.program}`);
  const [script, witness] = [ground.room('ours', 'script.sh'), ground.at('witness')];
  writeFileSync(script, text);
  rmSync(witness, { force: true });
  const env = { PATH: '/usr/bin:/bin', WITNESS: witness };
  const { stdout, status } = spawnSync(shell, [script], { env, input, cwd: ground.empty });
  return {
    seen: existsSync(witness) ? readFileSync(witness, 'utf8').split('\0').slice(0, -1) : [],
    stdout: stdout.toString(),
    code: status,
  };
}

describe('the script for a shell', () => {
  it.each(EVIL_NAMES)('starts just that program, in a folder called %j', (name) => {
    const program = witnessAt(name, `claude ${name}`);
    const configFolder = ground.at(name, 'config');
    for (const shell of SHELLS) {
      const path = `path=${dirname(program)}:/usr/bin:/bin`;
      const { seen, code } = run({ command: 'sign-in', program, configFolder }, shell);
      expect(seen).toEqual([program, 'auth', 'login', `config=${configFolder}`, path]);
      expect(code).toBe(0);
    }
  });

  it('starts just that program, whatever its path', () => {
    const sign = fc.oneof(
      fc.constantFrom(...Array.from(`'"$\`\\;&|<>(){}[]*?~#!%^ \n\r\t=-`)),
      fc.string({ unit: 'binary', maxLength: 2 }),
    );
    const name = fc
      .array(sign, { minLength: 1, maxLength: 12 })
      .map((signs) => signs.join('') || 'x')
      .map((text) => text.replaceAll(/[/\0]/g, "'"))
      .filter((text) => text !== '.' && text !== '..');
    fc.assert(
      fc.property(name, fc.constantFrom(...COMMANDS), (text, command) => {
        const program = witnessAt('any', text, text);
        const configFolder = `/${text}`;
        const { seen } = run({ command, program, configFolder });
        rmSync(ground.at('any'), { recursive: true });
        expect(seen.slice(0, -1)).toEqual([program, ...TERMINAL_COMMANDS[command], `config=${configFolder}`]);
      }),
      { numRuns: 150 },
    );
  });

  it.each(COMMANDS)('passes the constant arguments of %s, and sets nothing that was not set', (command) => {
    const program = witnessAt('bin', 'claude');
    const { seen } = run({ command, program });
    expect(seen.slice(0, -1)).toEqual([program, ...TERMINAL_COMMANDS[command], 'config=unset']);
  });

  it('leaves a PATH alone to which the folder cannot be added', () => {
    const program = witnessAt('a:b', 'claude');
    expect(run({ command: 'sign-in', program }).seen.at(-1)).toBe('path=/usr/bin:/bin');
  });

  it('says that it has ended, and ends on Enter or when nobody can press it any more', () => {
    const program = witnessAt('bin', 'claude');
    for (const input of ['\n', '']) {
      const { stdout, code } = run({ command: 'sign-in', program }, '/bin/sh', input);
      expect(stdout).toBe('\nPilot Light: the command has ended. Press Enter, or close this window.\n');
      expect(code).toBe(0);
    }
  });

  it('takes one line from the user, and not before its end', () => {
    const program = witnessAt('bin', 'claude');
    writeFileSync(ground.at('script.sh'), terminalScript({ command: 'sign-in', program }, 'linux') ?? '');
    const rest = spawnSync('/bin/sh', ['-c', '/bin/sh "$0"; cat', ground.at('script.sh')], { input: 'a\nb\n' });
    expect(rest.stdout.toString()).toMatch(/Press Enter.*\nb\n$/);
  });

  it('says so too when the program is missing, fails, or is ended by Ctrl-C', () => {
    const program = witnessAt('bin', 'claude');
    // In a terminal, Ctrl-C reaches the script above the program too.
    for (const ending of ['exit 3', 'kill -INT $$', 'kill -INT $PPID $$']) {
      writeFileSync(program, `#!/bin/sh\n${ending}\n`);
      const text = terminalScript({ command: 'sign-in', program }, 'linux') ?? '';
      writeFileSync(ground.at('script.sh'), text);
      const { stdout, status } = spawnSync('/bin/sh', [ground.at('script.sh')], { input: '\n' });
      expect([ending, stdout.toString(), status]).toEqual([ending, expect.stringContaining('Press Enter'), 0]);
    }
    expect(run({ command: 'sign-in', program: ground.at('nowhere') })).toMatchObject({ seen: [], code: 0 });
  });

  it('removes itself and its folder as it begins, if it is a passing one', () => {
    const program = witnessAt('bin', 'claude');
    mkdirSync(ground.at('passing'));
    const script = ground.at('passing', 'sign-in.sh');
    writeFileSync(script, terminalScript({ command: 'sign-in', program, passing: true }, 'linux') ?? '');
    const env = { PATH: '/usr/bin:/bin', WITNESS: ground.at('witness') };
    expect(spawnSync('/bin/sh', [script], { env, input: '\n' }).status).toBe(0);
    expect(existsSync(join(script, '..'))).toBe(false);
    expect(readFileSync(ground.at('witness'), 'utf8')).toContain('login');
  });

  it.each(['', 'claude', './claude', '~/claude', '/a\0b', '/half \uD800 a letter', `/${'x'.repeat(4_096)}`])(
    'is refused for %j',
    (path) => {
      for (const platform of ['linux', 'mac'] as const) {
        expect(terminalScript({ command: 'sign-in', program: path }, platform)).toBeUndefined();
      }
    },
  );

  it('is refused for a configuration folder that cannot be written', () => {
    expect(terminalScript({ command: 'sign-in', program: '/x', configFolder: '/a\0b' }, 'linux')).toBeUndefined();
  });
});

describe('the script for Windows', () => {
  const program = 'C:\\Users\\Ann (x86)\\.local\\bin\\claude.exe';

  it('is what cmd.exe understands', () => {
    expect(terminalScript({ command: 'sign-in', program, configFolder: 'D:\\Other place' }, 'windows')).toBe(
      [
        '@echo off',
        'setlocal DisableDelayedExpansion',
        'set "CLAUDE_CONFIG_DIR=D:\\Other place"',
        `"${program}" auth login`,
        'echo.',
        'echo Pilot Light: the command has ended. Press Enter, or close this window.',
        'pause >nul',
        '',
      ].join('\r\n'),
    );
  });

  it.each(Array.from('%^&!"<>|*?\n\r\t\0é🎈/'))('is refused for a path with %j', (letter) => {
    const path = `C:\\Users\\a${letter}b\\claude.exe`;
    expect(terminalScript({ command: 'sign-in', program: path }, 'windows')).toBeUndefined();
    expect(terminalScript({ command: 'sign-in', program, configFolder: path }, 'windows')).toBeUndefined();
  });

  it.each(['', 'claude.exe', 'C:claude.exe', '\\claude.exe', '\\\\server\\share\\claude.exe', '/bin/claude'])(
    'is refused for %j, which is no full path on a drive',
    (path) => {
      expect(terminalScript({ command: 'sign-in', program: path }, 'windows')).toBeUndefined();
    },
  );

  it('never holds a sign of cmd.exe’s, whatever the path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const script = terminalScript({ command: 'start-claude', program: `C:\\${text}` }, 'windows');
        expect(script === undefined || /^"C:\\[^"%^&!<>|\r\n]+"$/m.test(script.replaceAll('\r', ''))).toBe(true);
      }),
    );
  });
});

describe('the ending of a script', () => {
  it('is the one that each system runs', () => {
    expect((['linux', 'mac', 'windows'] as const).map(scriptEnding)).toEqual(['.sh', '.command', '.bat']);
  });
});
