import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { putScript, scriptPlace } from '../../../engine/terminal/script-file.ts';
import { playground, type Playground } from '../processes/playground.ts';

let ground: Playground;
beforeEach(() => {
  ground = playground();
});
afterEach(() => ground.remove());

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe('scriptPlace', () => {
  it('is our own folder, if every terminal takes its path as it is', () => {
    const kept = (folder: string) => ({ folder, passing: false });
    expect(scriptPlace('/home/ann-b/.config/x_1', 'linux', {})).toEqual(kept('/home/ann-b/.config/x_1'));
    const library = '/Users/ann/Library/Application Support/Pilot Light';
    expect(scriptPlace(library, 'mac', {})).toEqual(kept(library));
    const appData = 'C:\\Users\\Ann B\\AppData\\Roaming\\Pilot Light';
    expect(scriptPlace(appData, 'windows', {})).toEqual(kept(appData));
  });

  it.each(['/home/ann b', '/home/$HOME', "/home/it's", '/home/"', '/home/a;b', '/home/jörg', '/a\nb', 'home', ''])(
    'is the temporary folder instead of %j',
    (folder) => {
      expect(scriptPlace(folder, 'linux', { TMPDIR: '/var/tmp' })).toEqual({ folder: '/var/tmp', passing: true });
      expect(scriptPlace(folder, 'linux', { TMPDIR: folder })).toEqual({ folder: '/tmp', passing: true });
      expect(scriptPlace(folder, 'linux', {})).toEqual({ folder: '/tmp', passing: true });
    },
  );

  it.each(['C:\\R&D', 'C:\\100%', 'C:\\a^b', 'C:\\a!', 'C:\\a;b', 'C:\\(x)', '\\\\server\\share', '\\x', 'C:x'])(
    'is nowhere on Windows if %j is all there is',
    (folder) => {
      expect(scriptPlace(folder, 'windows', { TEMP: 'D:\\Temp' })).toEqual({ folder: 'D:\\Temp', passing: true });
      expect(scriptPlace(folder, 'windows', { TEMP: folder })).toBeUndefined();
    },
  );
});

describe('putScript', () => {
  it('makes our folder and the script in it, for their owner only', async () => {
    const ready = await putScript({ folder: ground.at('new', 'ours'), passing: false }, 'sign-in.sh', 'one');
    expect(ready?.path).toBe(ground.at('new', 'ours', 'sign-in.sh'));
    expect([modeOf(ground.at('new', 'ours')), modeOf(ready?.path ?? '')]).toEqual(['700', '700']);
  });

  it('puts it in the place of the one before, also of one that was made a link or read-only', async () => {
    const place = { folder: ground.at('empty'), passing: false };
    const path = ground.at('empty', 'sign-in.sh');
    writeFileSync(ground.at('elsewhere'), 'untouched');
    symlinkSync(ground.at('elsewhere'), path);
    await putScript(place, 'sign-in.sh', 'two');
    expect(readFileSync(path, 'utf8')).toBe('two');
    chmodSync(path, 0o400);
    await Promise.all([1, 2, 3].map(() => putScript(place, 'sign-in.sh', 'three')));
    expect(readFileSync(path, 'utf8')).toBe('three');
    expect(modeOf(path)).toBe('700');
    expect(readFileSync(ground.at('elsewhere'), 'utf8')).toBe('untouched');
    expect(readdirSync(place.folder)).toEqual(['sign-in.sh']);
  });

  it('gives a passing one a new private folder, which goes with it', async () => {
    const place = { folder: ground.root, passing: true };
    const [one, two] = await Promise.all([putScript(place, 'a.sh', 'x'), putScript(place, 'a.sh', 'x')]);
    expect(one?.path).not.toBe(two?.path);
    expect(modeOf(dirname(one?.path ?? ''))).toBe('700');
    await one?.remove();
    await two?.remove();
    expect(readdirSync(ground.root)).toEqual(['empty']);
  });

  it('leaves none where anybody could put another in its place', async () => {
    mkdirSync(ground.at('open'));
    chmodSync(ground.at('open'), 0o777);
    expect(await putScript({ folder: ground.at('open'), passing: false }, 'a.sh', 'x')).toBeUndefined();
    expect(await putScript({ folder: ground.at('open'), passing: true }, 'a.sh', 'x')).toBeUndefined();
    expect(readdirSync(ground.at('open'))).toEqual([]);
  });

  it('tells the error where it cannot be written, and leaves nothing', async () => {
    const blocked = ground.room('ours', 'a.sh', 'folder');
    mkdirSync(blocked);
    const place = { folder: ground.at('ours'), passing: false };
    await expect(putScript(place, 'a.sh', 'x')).rejects.toMatchObject({ code: 'EISDIR' });
    expect(readdirSync(ground.at('ours'))).toEqual(['a.sh']);
    writeFileSync(ground.at('file'), '');
    await expect(putScript({ ...place, folder: ground.at('file') }, 'a.sh', 'x')).rejects.toThrow('EEXIST');
    expect(existsSync(ground.at('file'))).toBe(true);
  });
});
