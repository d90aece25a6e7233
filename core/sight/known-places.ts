import type { Platform } from '../platform.ts';

/** A folder in which installers put programs. With `inEach`: a folder of versions, each with its programs below that. */
export interface KnownPlace {
  readonly folder: string;
  readonly inEach?: string;
}

/** Whose places are meant. */
export interface PlacesOf {
  readonly platform: Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The folders in which the known installers and version managers put the CLI, the likeliest first, written with `/`.
 * A variable that moves a manager's folder is followed. (Native, npm and Windows places: official documentation; version
 * managers: their common layouts.)
 */
export function knownPlaces(of: PlacesOf): readonly KnownPlace[] {
  return of.platform === 'windows' ? windowsPlaces(of) : [...unixPlaces(of), ...managerPlaces(of)];
}

function unixPlaces({ platform, home, env }: PlacesOf): readonly KnownPlace[] {
  const ofSystem = platform === 'mac' ? MAC_SYSTEM : LINUX_SYSTEM;
  return folders([
    `${home}/.local/bin`,
    `${home}/.claude/local`,
    `${home}/.claude/local/node_modules/.bin`,
    below(env['NPM_CONFIG_PREFIX'], 'bin'),
    `${home}/.npm-global/bin`,
    ...ofSystem,
    `${home}/.nix-profile/bin`,
    `${home}/bin`,
  ]);
}

const MAC_SYSTEM = ['/opt/homebrew/bin', '/usr/local/bin', '/opt/local/bin'] as const;
const LINUX_SYSTEM = ['/usr/local/bin', '/usr/bin', '/home/linuxbrew/.linuxbrew/bin', '/snap/bin'] as const;

function managerPlaces({ platform, home, env }: PlacesOf): readonly KnownPlace[] {
  const data = set(env['XDG_DATA_HOME']) ?? `${home}/.local/share`;
  const fnm = platform === 'mac' ? `${home}/Library/Application Support/fnm` : `${data}/fnm`;
  const pnpm = platform === 'mac' ? `${home}/Library/pnpm` : `${data}/pnpm`;
  return [
    { folder: `${set(env['NVM_DIR']) ?? `${home}/.nvm`}/versions/node`, inEach: 'bin' },
    { folder: `${set(env['VOLTA_HOME']) ?? `${home}/.volta`}/bin` },
    { folder: `${set(env['FNM_DIR']) ?? fnm}/node-versions`, inEach: 'installation/bin' },
    { folder: `${set(env['ASDF_DATA_DIR']) ?? `${home}/.asdf`}/shims` },
    { folder: `${set(env['MISE_DATA_DIR']) ?? `${data}/mise`}/shims` },
    { folder: `${set(env['BUN_INSTALL']) ?? `${home}/.bun`}/bin` },
    { folder: set(env['PNPM_HOME']) ?? pnpm },
    { folder: `${home}/.nodenv/versions`, inEach: 'bin' },
  ];
}

function windowsPlaces({ home, env }: PlacesOf): readonly KnownPlace[] {
  const roaming = set(env['APPDATA']) ?? `${home}/AppData/Roaming`;
  const local = set(env['LOCALAPPDATA']) ?? `${home}/AppData/Local`;
  return [
    ...folders([
      `${home}/.local/bin`,
      `${roaming}/npm`,
      `${local}/Microsoft/WinGet/Links`,
      `${set(env['SCOOP']) ?? `${home}/scoop`}/shims`,
      set(env['NVM_SYMLINK']),
      below(env['ProgramFiles'], 'nodejs'),
      `${local}/Volta/bin`,
      `${set(env['BUN_INSTALL']) ?? `${home}/.bun`}/bin`,
      set(env['PNPM_HOME']) ?? `${local}/pnpm`,
    ]),
    { folder: `${set(env['FNM_DIR']) ?? `${roaming}/fnm`}/node-versions`, inEach: 'installation' },
  ];
}

function folders(paths: readonly (string | undefined)[]): readonly KnownPlace[] {
  return paths.flatMap((folder) => (folder === undefined ? [] : [{ folder }]));
}

function below(folder: string | undefined, name: string): string | undefined {
  return set(folder) === undefined ? undefined : `${folder}/${name}`;
}

function set(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
