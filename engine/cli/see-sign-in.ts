import type { Platform } from '../../core/platform.ts';
import type { SignInSight } from '../../core/sight/local-sight.ts';
import type { Clock } from '../clock.ts';
import type { Environment } from '../processes/child-environment.ts';
import { configPlaces, type ConfigPlaces } from './config-places.ts';
import { isInKeychain, type Keychain } from './keychain.ts';
import { otherWaysIn } from './other-ways-in.ts';
import { readSmallFile } from './read-small-file.ts';
import { overridesIn } from './sign-in-variables.ts';
import { readStoredLogin, type StoredLogin } from './stored-login.ts';

/** Whose sign-in is looked at, and how. */
export interface SignInQuestion {
  readonly env: Environment;
  readonly platform: Platform;
  readonly home: string;
  /** An existing, empty folder for what is run on a Mac. */
  readonly folder: string;
  /** Instead of the Mac's `/usr/bin/security`. */
  readonly securityProgram?: string;
  readonly signal?: AbortSignal;
}

type Seen = Omit<SignInSight, 'overriddenBy'>;

const MAX_BYTES = 1_024 * 1_024;
const READABLE_BY_OTHERS = 0o077;
const HALF_WRITTEN_MS = 150;

/** Looks at the CLI's sign-in from metadata alone: nothing is started but a Mac's keychain program. Never rejects. */
export async function seeSignIn(question: SignInQuestion, clock: Clock): Promise<SignInSight> {
  const { env, platform, home } = question;
  const overriddenBy = overridesIn(env);
  const places = configPlaces(env, home);
  if (places === undefined) return { place: 'unknown', overriddenBy };
  const seen = platform === 'mac' ? await onMac(places, question, clock) : await inFile(places, platform, clock);
  return { ...seen, overriddenBy };
}

async function inFile(places: ConfigPlaces, platform: Platform, clock: Clock): Promise<Seen> {
  const file = await readLogin(places.credentials, clock);
  const seen = { place: 'file', ...privacy(file.mode, platform) } as const;
  if (file.login?.present === true) return { ...seen, ...file.login };
  const other = await otherWaysIn(places);
  if (other === 'stored') return { ...seen, present: true };
  return other === 'none' && file.login !== undefined ? { ...seen, present: false } : seen;
}

// The keychain is where it belongs on a Mac; the CLI falls back to the file when the keychain fails.
async function onMac(places: ConfigPlaces, question: SignInQuestion, clock: Clock): Promise<Seen> {
  const { securityProgram: program = '/usr/bin/security', env, folder, signal } = question;
  const keychain: Keychain = { program, env, folder, ...(signal && { signal }) };
  const login = await isInKeychain(places.keychainService(), keychain, clock);
  if (login === true) return { place: 'keychain', present: true };
  const file = await inFile(places, question.platform, clock);
  if (file.present === true) return file;
  const consoleKey = await isInKeychain('Claude Code', keychain, clock);
  if (consoleKey === true) return { place: 'keychain', present: true };
  const isAbsent = login === false && consoleKey === false && file.present === false;
  return { place: 'keychain', ...(isAbsent && { present: false }) };
}

interface LoginFile {
  /** Absent when the file could not be read, or not understood. */
  readonly login?: StoredLogin;
  readonly isGarbled: boolean;
  readonly mode?: number;
}

async function readLogin(path: string, clock: Clock): Promise<LoginFile> {
  const first = await readOnce(path);
  if (!first.isGarbled) return first;
  // The CLI may be writing it at this very moment; what stays garbled, it takes for no login (measured).
  await new Promise<void>((resolve) => void clock.after(HALF_WRITTEN_MS, resolve));
  const second = await readOnce(path);
  return second.isGarbled ? { ...second, login: { present: false } } : second;
}

async function readOnce(path: string): Promise<LoginFile> {
  const file = await readSmallFile(path, MAX_BYTES);
  if (file.kind === 'absent') return { login: { present: false }, isGarbled: false };
  const mode = file.mode === undefined ? {} : { mode: file.mode };
  if (file.kind === 'unreadable') return { ...mode, isGarbled: false };
  const login = readStoredLogin(file.text);
  return { ...mode, ...(login && { login }), isGarbled: login === undefined };
}

// Windows has no mode bits; who may read a file there is not seen.
function privacy(mode: number | undefined, platform: Platform): { readonly isPrivate?: boolean } {
  if (mode === undefined || platform === 'windows') return {};
  return { isPrivate: (mode & READABLE_BY_OTHERS) === 0 };
}
