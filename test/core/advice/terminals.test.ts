import { describe, expect, it } from 'vitest';
import { terminalsFor } from '../../../core/advice/terminals.ts';

const namesOnLinux = (env: Readonly<Record<string, string>>): readonly string[] =>
  terminalsFor('linux', env).map(({ name }) => name);

describe('the terminals of Linux', () => {
  it.each([
    ['GNOME', ['gnome-terminal', 'ptyxis', 'kgx']],
    ['ubuntu:GNOME', ['gnome-terminal', 'ptyxis', 'kgx']],
    ['Budgie:GNOME', ['gnome-terminal', 'tilix', 'ptyxis', 'kgx']],
    ['KDE', ['konsole']],
    ['XFCE', ['xfce4-terminal']],
    ['MATE', ['mate-terminal']],
    ['LXQt', ['qterminal']],
    ['LXDE', ['lxterminal']],
    ['X-Cinnamon', ['gnome-terminal']],
    ['', []],
    ['sway', []],
    ['constructor:__proto__', []],
  ])('on %j begin with the launcher, the desktop’s own and Debian’s choice', (desktop, own) => {
    const names = namesOnLinux({ XDG_CURRENT_DESKTOP: desktop, TERMINAL: 'foot' });
    const first = ['xdg-terminal-exec', ...own, 'x-terminal-emulator', 'foot'];
    expect(names.slice(0, first.length)).toEqual(first);
  });

  it('are the same ones on every desktop, each once', () => {
    const all = namesOnLinux({}).toSorted();
    expect(new Set(all).size).toBe(all.length);
    for (const desktop of ['KDE', 'ubuntu:GNOME', 'LXQt'])
      expect(namesOnLinux({ XDG_CURRENT_DESKTOP: desktop, TERMINAL: 'xterm' }).toSorted()).toEqual(all);
  });

  it.each(['', '/tmp/evil', '../evil', 'evil', 'xterm -e evil', 'toString'])(
    'do not grow by TERMINAL=%j',
    (TERMINAL) => {
      expect(namesOnLinux({ TERMINAL })).toEqual(namesOnLinux({}));
    },
  );

  it('are looked for by plain names', () => {
    for (const { name, path } of terminalsFor('linux', {})) {
      expect(name).toMatch(/^[a-z0-9-]+$/);
      expect(path).toBeUndefined();
    }
  });
});

describe('the terminals elsewhere', () => {
  it('is Terminal on a Mac', () => {
    expect(terminalsFor('mac', { TERMINAL: 'kitty' })).toEqual([
      { name: 'Terminal', path: '/usr/bin/open', before: ['-b', 'com.apple.Terminal'] },
    ]);
  });

  it('are the Windows Terminal and the plain console on Windows', () => {
    const cmd = 'D:\\WinNT\\System32\\cmd.exe';
    expect(terminalsFor('windows', { SystemRoot: 'D:\\WinNT' })).toEqual([
      { name: 'wt.exe', before: ['-w', 'new', 'new-tab', '--', cmd, '/d', '/c'] },
      { name: 'cmd.exe', path: cmd, before: ['/d', '/c', 'start', 'Pilot Light', cmd, '/d', '/c'] },
    ]);
  });

  it.each([{}, { SystemRoot: '' }, { SystemRoot: 'C:\\a & b' }, { SystemRoot: '\\\\server\\share' }])(
    'find Windows at its usual place for %j',
    (env) => {
      expect(terminalsFor('windows', env).at(-1)?.path).toBe('C:\\Windows\\System32\\cmd.exe');
    },
  );
});
