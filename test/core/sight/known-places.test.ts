import { describe, expect, it } from 'vitest';
import { knownPlaces } from '../../../core/sight/known-places.ts';

const folders = (...of: Parameters<typeof knownPlaces>): readonly string[] =>
  knownPlaces(...of).map(({ folder, inEach }) => (inEach === undefined ? folder : `${folder}/*/${inEach}`));

describe('knownPlaces', () => {
  it('knows the native installer first, then npm, then version managers, on Linux', () => {
    const places = folders({ platform: 'linux', home: '/home/ann', env: {} });
    expect(places[0]).toBe('/home/ann/.local/bin');
    expect(places).toEqual(
      expect.arrayContaining([
        '/home/ann/.claude/local',
        '/home/ann/.npm-global/bin',
        '/usr/local/bin',
        '/usr/bin',
        '/snap/bin',
        '/home/ann/.nvm/versions/node/*/bin',
        '/home/ann/.volta/bin',
        '/home/ann/.local/share/fnm/node-versions/*/installation/bin',
        '/home/ann/.asdf/shims',
        '/home/ann/.local/share/mise/shims',
        '/home/ann/.bun/bin',
        '/home/ann/.local/share/pnpm',
        '/home/ann/.nix-profile/bin',
      ]),
    );
    expect(places).not.toContain('/opt/homebrew/bin');
  });

  it('knows Homebrew and the Library folders on a Mac', () => {
    const places = folders({ platform: 'mac', home: '/Users/ann', env: {} });
    expect(places).toEqual(
      expect.arrayContaining([
        '/Users/ann/.local/bin',
        '/opt/homebrew/bin',
        '/usr/local/bin',
        '/Users/ann/Library/Application Support/fnm/node-versions/*/installation/bin',
        '/Users/ann/Library/pnpm',
      ]),
    );
    expect(places).not.toContain('/snap/bin');
  });

  it('knows the npm, WinGet and Scoop folders on Windows, by variable or by custom', () => {
    const env = { APPDATA: 'D:\\Roaming', LOCALAPPDATA: 'D:\\Local', ProgramFiles: 'C:\\Program Files' };
    expect(folders({ platform: 'windows', home: 'C:\\Users\\ann', env })).toEqual(
      expect.arrayContaining([
        'C:\\Users\\ann/.local/bin',
        'D:\\Roaming/npm',
        'D:\\Local/Microsoft/WinGet/Links',
        'C:\\Users\\ann/scoop/shims',
        'C:\\Program Files/nodejs',
      ]),
    );
    expect(folders({ platform: 'windows', home: 'C:\\Users\\ann', env: {} })).toContain(
      'C:\\Users\\ann/AppData/Roaming/npm',
    );
  });

  it.each([
    ['NVM_DIR', '/x/versions/node/*/bin'],
    ['VOLTA_HOME', '/x/bin'],
    ['FNM_DIR', '/x/node-versions/*/installation/bin'],
    ['ASDF_DATA_DIR', '/x/shims'],
    ['MISE_DATA_DIR', '/x/shims'],
    ['BUN_INSTALL', '/x/bin'],
    ['PNPM_HOME', '/x'],
    ['XDG_DATA_HOME', '/x/pnpm'],
    ['NPM_CONFIG_PREFIX', '/x/bin'],
  ])('follows %s', (name, folder) => {
    expect(folders({ platform: 'linux', home: '/home/ann', env: { [name]: '/x' } })).toContain(folder);
  });

  it('takes an empty variable for an unset one', () => {
    const empty = { NVM_DIR: '', VOLTA_HOME: '', NPM_CONFIG_PREFIX: '', XDG_DATA_HOME: '', PNPM_HOME: '' };
    const of = { platform: 'linux', home: '/home/ann' } as const;
    expect(folders({ ...of, env: empty })).toEqual(folders({ ...of, env: {} }));
  });
});
