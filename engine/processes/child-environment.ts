/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What a child gets beside the allow-list. */
export interface ChildNeeds {
  /** The whole PATH of the child. Empty: none. */
  readonly path: string;
  /** Names of further variables to hand on from our own environment. */
  readonly pass?: readonly string[];
  /** Variables with values of the caller. */
  readonly set?: Readonly<Record<string, string>>;
}

// Who and where the user is, the language, and what Windows cannot start a program without. Nothing that loads code
// (LD_PRELOAD, DYLD_*, NODE_OPTIONS), nothing of Electron's, no key and no token comes along unless asked for by name.
const USER: ReadonlySet<string> = new Set(['HOME', 'USER', 'LOGNAME', 'SHELL', 'LANG', 'LANGUAGE', 'TZ', 'TMPDIR']);
// By their names in capitals: Windows makes no difference, and who starts us from a shell of Unix there brings them so.
const WINDOWS: ReadonlySet<string> = new Set([
  'USERPROFILE',
  'USERNAME',
  'USERDOMAIN',
  'HOMEDRIVE',
  'HOMEPATH',
  'APPDATA',
  'LOCALAPPDATA',
  'PROGRAMDATA',
  'PROGRAMFILES',
  'SYSTEMROOT',
  'SYSTEMDRIVE',
  'WINDIR',
  'COMSPEC',
  'PATHEXT',
  'TEMP',
  'TMP',
]);

/** The environment of a child process: an allow-list of ours, `TERM=dumb`, and what the caller names. */
export function childEnvironment(ours: Environment, { path, pass = [], set = {} }: ChildNeeds): Record<string, string> {
  const handedOn = Object.entries(ours).filter(
    ([name]) => USER.has(name) || WINDOWS.has(name.toUpperCase()) || name.startsWith('LC_') || pass.includes(name),
  );
  return { ...definedOnly(handedOn), TERM: 'dumb', ...(path !== '' && { PATH: path }), ...set };
}

function definedOnly(entries: readonly (readonly [string, string | undefined])[]): Record<string, string> {
  return Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** The PATH of an environment; Windows spells its name `Path`. */
export function pathOf(env: Environment): string {
  return env['PATH'] ?? env['Path'] ?? '';
}

/** The value of a variable that is set to something; an empty one counts as unset, as everywhere. */
export function variable(env: Environment, name: string): string | undefined {
  const value = env[name];
  return value === '' ? undefined : value;
}
