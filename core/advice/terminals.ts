import type { Platform } from '../platform.ts';

/** How a terminal is made to run a script: its program, started with `before` and then the script's path. */
export interface Terminal {
  /** What it is called: the program to look for on the PATH, unless `path` says where it is. */
  readonly name: string;
  readonly path?: string;
  readonly before: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

// Each takes one path without spaces and without `$` as it is. Tried on Debian 12: xterm, xfce4-terminal, lxterminal,
// mate-terminal, qterminal, kgx, gnome-terminal, konsole, kitty, alacritty, terminator, tilix and `x-terminal-emulator`.
// The others follow what is told of them. `xdg-terminal-exec` and `x-terminal-emulator` start what the user or Debian prefers.
const LINUX: ReadonlyMap<string, readonly string[]> = new Map([
  ['xdg-terminal-exec', []],
  ['gnome-terminal', ['--']],
  ['ptyxis', ['--']],
  ['kgx', ['-e']],
  ['konsole', ['-e']],
  ['xfce4-terminal', ['-x']],
  ['mate-terminal', ['--']],
  ['qterminal', ['-e']],
  ['lxterminal', ['-e']],
  ['cosmic-term', ['-e']],
  ['x-terminal-emulator', ['-e']],
  ['kitty', ['--']],
  ['alacritty', ['-e']],
  ['ghostty', ['-e']],
  ['foot', []],
  ['wezterm', ['start', '--']],
  ['terminator', ['-x']],
  ['tilix', ['-e']],
  ['urxvt', ['-e']],
  ['xterm', ['-e']],
]);

// The words of XDG_CURRENT_DESKTOP in lower case, and what their users know as "the terminal", the likeliest first.
const OF_DESKTOP: ReadonlyMap<string, readonly string[]> = new Map([
  ['gnome', ['gnome-terminal', 'ptyxis', 'kgx']],
  ['unity', ['gnome-terminal']],
  ['x-cinnamon', ['gnome-terminal']],
  ['budgie', ['gnome-terminal', 'tilix']],
  ['kde', ['konsole']],
  ['xfce', ['xfce4-terminal']],
  ['mate', ['mate-terminal']],
  ['lxqt', ['qterminal']],
  ['lxde', ['lxterminal']],
  ['cosmic', ['cosmic-term']],
]);

/**
 * The terminals of an operating system in the order in which to try them. On Linux: the standard launcher, those of the
 * user's desktop, Debian's choice, `TERMINAL` if it names one of ours, then all others. The variables only choose from the
 * table; no text of theirs comes out, but for Windows' own folder.
 */
export function terminalsFor(platform: Platform, env: Environment): readonly Terminal[] {
  if (platform === 'mac') return [MAC];
  return platform === 'windows' ? onWindows(env) : onLinux(env);
}

// Needs no permission to automate, unlike AppleScript: it opens the file as a double click would.
const MAC: Terminal = { name: 'Terminal', path: '/usr/bin/open', before: ['-b', 'com.apple.Terminal'] };

function onLinux(env: Environment): readonly Terminal[] {
  const desktops = (env['XDG_CURRENT_DESKTOP'] ?? '').toLowerCase().split(':');
  const names = new Set([
    'xdg-terminal-exec',
    ...desktops.flatMap((desktop) => OF_DESKTOP.get(desktop) ?? []),
    'x-terminal-emulator',
    env['TERMINAL'] ?? '',
    ...LINUX.keys(),
  ]);
  return [...names].flatMap((name) => {
    const before = LINUX.get(name);
    return before === undefined ? [] : [{ name, before }];
  });
}

const WINDOWS_FOLDER = /^[A-Za-z]:\\[\w\\]+$/;

// `/d` leaves out what the registry would run first. `start` takes its first quoted word for a title, and the title has a
// space so that Node quotes it. `-w new`: a window of its own.
function onWindows(env: Environment): readonly Terminal[] {
  const named = env['SystemRoot'] ?? '';
  const cmd = `${WINDOWS_FOLDER.test(named) ? named : 'C:\\Windows'}\\System32\\cmd.exe`;
  const runs = [cmd, '/d', '/c'];
  return [
    { name: 'wt.exe', before: ['-w', 'new', 'new-tab', '--', ...runs] },
    { name: 'cmd.exe', path: cmd, before: ['/d', '/c', 'start', 'Pilot Light', ...runs] },
  ];
}
