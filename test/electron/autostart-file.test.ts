import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  autostartPath,
  autostartText,
  layAutostart,
  ownProgram,
  removeAutostart,
} from '../../electron/autostart-file.ts';

/** What a desktop makes of the `Exec` key: first as any value, then as arguments in quotes, then the field codes. */
function argumentsOf(text: string): readonly string[] {
  const value = /^Exec=(.*)$/m.exec(text)?.[1] ?? '';
  const escapes: Readonly<Record<string, string>> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' };
  const command = value.replaceAll(/\\(.)/g, (_all, letter: string) => escapes[letter] ?? '?');
  const all = [...command.matchAll(/"((?:[^"`$\\]|\\["`$\\])*)"(?: |$)/g)].map(([, argument = '']) => argument);
  expect(all.map((argument) => `"${argument}"`).join(' ')).toBe(command);
  // A single % would be a field code.
  expect(all.filter((argument) => !/^(?:[^%]|%%)*$/.test(argument))).toEqual([]);
  return all.map((argument) => argument.replaceAll(/\\(.)/gs, '$1').replaceAll('%%', '%'));
}

describe('the autostart file', () => {
  it('is where the desktop looks', () => {
    const file = 'autostart/pilot-light.desktop';
    expect(autostartPath({ XDG_CONFIG_HOME: '/x/config' }, '/home/a')).toBe(`/x/config/${file}`);
    expect(autostartPath({}, '/home/a')).toBe(`/home/a/.config/${file}`);
    expect(autostartPath({ XDG_CONFIG_HOME: 'not/absolute' }, '/home/a')).toBe(`/home/a/.config/${file}`);
    expect(autostartPath({ XDG_CONFIG_HOME: '' }, '/home/a')).toBe(`/home/a/.config/${file}`);
  });

  it('quotes its program as the specification wants it', () => {
    expect(autostartText('/opt/My Apps/"off" $5 `x` \\y', 'Pilot Light').split('\n')).toContain(
      String.raw`Exec="/opt/My Apps/\\"off\\" \\$5 \\${'`'}x\\${'`'} \\\\y"`,
    );
  });

  it('names what starts the app again: an AppImage only from within it', () => {
    const env = { APPIMAGE: '/home/a/Pilot.AppImage', APPDIR: '/tmp/.mount_Pilot' };
    expect(ownProgram(env, '/tmp/.mount_Pilot/pilot-light-desktop')).toBe('/home/a/Pilot.AppImage');
    expect(ownProgram(env, '/opt/Pilot Light/pilot-light-desktop')).toBe('/opt/Pilot Light/pilot-light-desktop');
    expect(ownProgram({ APPIMAGE: '/x' }, '/opt/a')).toBe('/opt/a');
    expect(ownProgram({}, '/opt/a')).toBe('/opt/a');
  });

  it('is passed over by the desktop where the program has gone', () => {
    expect(autostartText('/opt/a b\\c', 'Pilot Light').split('\n')).toContain(String.raw`TryExec=/opt/a b\\c`);
  });

  it('starts exactly the program, whatever its path', () => {
    const letters = fc.constantFrom(...`ab/ "'\`$\\%\n\r\tü;&|<>~#*?=()`.split(''));
    fc.assert(
      fc.property(fc.string({ unit: letters }), (path) => {
        const text = autostartText(`/${path}`, 'Pilot Light');
        expect(text.split('\n')).toHaveLength(11);
        const shell = /[%=]/.test(path) ? ['/bin/sh', '-c', 'exec "$0"'] : [];
        expect(argumentsOf(text)).toEqual([...shell, `/${path}`]);
      }),
    );
  });
});

describe('in the folder of the user', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'autostart-'));
    path = join(folder, 'autostart', 'pilot-light.desktop');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is laid, put right when the program was moved, and removed', async () => {
    const text = autostartText('/opt/pilot-light', 'Pilot Light');
    const moved = autostartText('/opt/new/pilot-light', 'Pilot Light');
    expect(await layAutostart(path, text)).toEqual({ ok: true });
    const { ino } = statSync(path);
    await layAutostart(path, text);
    expect(statSync(path).ino).toBe(ino);
    await layAutostart(path, moved);
    expect(readFileSync(path, 'utf8')).toBe(moved);
    expect(await removeAutostart(path)).toEqual({ ok: true });
    expect(() => statSync(path)).toThrow('ENOENT');
    expect(await removeAutostart(path)).toEqual({ ok: true });
  });

  it('stays where the user made it', async () => {
    path = join(folder, 'pilot-light.desktop');
    writeFileSync(path, '[Desktop Entry]\nType=Application\nExec=my-own\n');
    expect(await removeAutostart(path)).toEqual({ ok: true });
    expect(readFileSync(path, 'utf8')).toContain('my-own');
  });

  it('tells when it cannot be written', async () => {
    writeFileSync(join(folder, 'autostart'), '');
    expect(await layAutostart(path, 'x')).toMatchObject({ ok: false });
  });
});
