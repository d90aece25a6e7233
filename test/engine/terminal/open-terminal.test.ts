import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock, type Clock } from '../../../engine/clock.ts';
import {
  openTerminal,
  type TerminalRequest,
  type TerminalSurroundings,
} from '../../../engine/terminal/open-terminal.ts';
import { EVIL_NAMES } from '../../hostile/evil-names.ts';
import { playground, until, type Playground } from '../processes/playground.ts';

// Stands in for a terminal: writes down how it was started, runs the script in the background as a server would, and ends
// at once with a code that means nothing.
const TERMINAL = `#!/bin/sh
printf '%s\\0' "$0" "$@" "desktop=$XDG_CURRENT_DESKTOP" "electron=\${ELECTRON_RUN_AS_NODE-unset}" "in=$PWD" > "$HOME/terminal"
for script; do :; done
( "$script" > "$HOME/printed"; mv "$HOME/printed" "$HOME/ended" ) &
exit 255
`;
const CLI = `#!/bin/sh
printf '%s\\0' "$0" "$@" "config=\${CLAUDE_CONFIG_DIR-unset}" > "$HOME/cli"
`;

let ground: Playground;
beforeEach(() => {
  ground = playground();
  for (const tool of ['mv', 'rm', 'rmdir']) symlinkSync(`/bin/${tool}`, ground.room('tools', tool));
});
afterEach(() => ground.remove());

function put(text: string, ...names: readonly string[]): string {
  const path = ground.room(...names);
  writeFileSync(path, text);
  chmodSync(path, 0o755);
  return path;
}

function surroundings(changes: Partial<TerminalSurroundings> = {}): TerminalSurroundings {
  return {
    platform: 'linux',
    env: environment(),
    home: ground.root,
    folder: ground.at('ours'),
    clock: systemClock,
    ...changes,
  };
}

// The first two entries mean the current folder: what lies there is never started. No folder of this computer's own, which
// may hold terminals.
function environment(changes: Readonly<Record<string, string | undefined>> = {}) {
  const PATH = `:.:${ground.at('bin')}:${ground.at('tools')}`;
  return { HOME: ground.root, PATH, DISPLAY: ':1', XDG_CURRENT_DESKTOP: 'KDE', ...changes };
}

function request(): TerminalRequest {
  return { command: 'sign-in', program: put(CLI, 'cli folder', 'claude') };
}

/** What a stand-in has written down, once all have ended. */
async function written(name: 'terminal' | 'cli'): Promise<readonly string[]> {
  await until(() => existsSync(ground.at('ended')));
  return readFileSync(ground.at(name), 'utf8').split('\0').slice(0, -1);
}

describe('openTerminal', () => {
  it('starts the desktop’s terminal with a script of ours, which runs the CLI', async () => {
    const konsole = put(TERMINAL, 'bin', 'konsole');
    put(TERMINAL, 'bin', 'xterm');
    const env = environment({
      XDG_CURRENT_DESKTOP: 'Unity',
      ORIGINAL_XDG_CURRENT_DESKTOP: 'KDE',
      ELECTRON_RUN_AS_NODE: '1',
    });
    expect(await openTerminal(request(), surroundings({ env }))).toEqual({ kind: 'opened', terminal: 'konsole' });
    const script = ground.at('ours', 'sign-in.sh');
    expect(await written('cli')).toEqual([ground.at('cli folder', 'claude'), 'auth', 'login', 'config=unset']);
    expect(await written('terminal')).toEqual([
      konsole,
      '-e',
      script,
      'desktop=KDE',
      'electron=unset',
      `in=${ground.root}`,
    ]);
    expect(readFileSync(ground.at('ended'), 'utf8')).toContain('Press Enter');
    expect(readdirSync(ground.at('ours'))).toEqual(['sign-in.sh']);
  });

  it('passes the configuration folder in the script, not only in the environment', async () => {
    put(TERMINAL, 'bin', 'konsole');
    await openTerminal({ ...request(), configFolder: "/else where/it's" }, surroundings());
    expect((await written('cli')).at(-1)).toBe("config=/else where/it's");
  });

  it.each(EVIL_NAMES)('runs a CLI in a folder called %j, from our own folder of that name', async (name) => {
    put(TERMINAL, 'bin', 'konsole');
    mkdirSync(ground.at('tmp'));
    const program = put(CLI, 'evil', name, 'claude');
    const env = environment({ TMPDIR: ground.at('tmp') });
    const folder = ground.at('ours', name);
    const outcome = await openTerminal({ command: 'update-native', program }, surroundings({ env, folder }));
    expect(outcome).toEqual({ kind: 'opened', terminal: 'konsole' });
    expect(await written('cli')).toEqual([program, 'update', 'config=unset']);
    expect(readdirSync(ground.at('tmp'))).toEqual([]);
  });

  it('goes on to the next terminal when one cannot be started', async () => {
    put('#!/nowhere/at/all\n', 'bin', 'konsole');
    put(TERMINAL, 'bin', 'xterm');
    expect(await openTerminal(request(), surroundings())).toEqual({ kind: 'opened', terminal: 'xterm' });
    expect((await written('terminal'))[0]).toBe(ground.at('bin', 'xterm'));
  });

  it('passes over a terminal that anybody could replace', async () => {
    put(TERMINAL, 'open', 'konsole');
    chmodSync(ground.at('open'), 0o777);
    const safe = put(TERMINAL, 'safe', 'konsole');
    const env = environment({ PATH: `${ground.at('open')}:${ground.at('safe')}:${ground.at('tools')}` });
    expect(await openTerminal(request(), surroundings({ env }))).toEqual({ kind: 'opened', terminal: 'konsole' });
    expect((await written('terminal'))[0]).toBe(safe);
  });
});

describe('openTerminal, where none can be opened', () => {
  const bare = () => environment({ PATH: ground.at('bin') });

  it('says that there is no terminal, and leaves nothing', async () => {
    expect(await openTerminal(request(), surroundings({ env: bare() }))).toEqual({ kind: 'no-terminal' });
    expect(existsSync(ground.at('ours'))).toBe(false);
  });

  it('says so without a screen too', async () => {
    put(TERMINAL, 'bin', 'konsole');
    const env = { ...bare(), DISPLAY: '' };
    expect(await openTerminal(request(), surroundings({ env }))).toEqual({ kind: 'no-terminal' });
  });

  it('tells why the last one could not be started', async () => {
    put('#!/nowhere/at/all\n', 'bin', 'konsole');
    expect(await openTerminal(request(), surroundings({ env: bare() }))).toEqual({ kind: 'failed', code: 'ENOENT' });
    expect(readdirSync(ground.at('ours'))).toEqual([]);
  });

  it.each(['claude', '', '/a\0b'])('refuses %j, which is no full path', async (program) => {
    put(TERMINAL, 'bin', 'konsole');
    const asked = { command: 'sign-in', program } as const;
    expect(await openTerminal(asked, surroundings())).toEqual({ kind: 'unsafe-path' });
  });

  it('refuses a folder of ours that anybody could write to', async () => {
    put(TERMINAL, 'bin', 'konsole');
    mkdirSync(ground.at('ours'));
    chmodSync(ground.at('ours'), 0o777);
    expect(await openTerminal(request(), surroundings())).toEqual({ kind: 'unsafe-path' });
  });

  it('tells why the script could not be written', async () => {
    put(TERMINAL, 'bin', 'konsole');
    writeFileSync(ground.at('ours'), 'a file');
    expect(await openTerminal(request(), surroundings())).toEqual({ kind: 'failed', code: 'EEXIST' });
  });

  it('gives up on folders that never answer', async () => {
    put(TERMINAL, 'bin', 'konsole');
    const impatient: Clock = {
      ...systemClock,
      after: (_ms, run) => {
        run();
        return () => undefined;
      },
    };
    const outcome = await openTerminal(request(), surroundings({ clock: impatient }));
    expect(outcome).toEqual({ kind: 'failed', code: 'timed-out' });
    await until(() => existsSync(join(ground.at('ours'), 'sign-in.sh')));
    expect(existsSync(ground.at('terminal'))).toBe(false);
  });
});
