import type { Platform } from '../../core/platform.ts';
import type { CliSight, SignInSight } from '../../core/sight/local-sight.ts';
import type { Clock } from '../clock.ts';
import { atMost } from '../processes/at-most.ts';
import type { Environment } from '../processes/child-environment.ts';
import { loginShellPath } from '../processes/login-shell-path.ts';
import { searchCli, type CliFound, type CliSearch } from './find-cli.ts';
import { seeSignIn } from './see-sign-in.ts';

/** Whose computer is looked at. */
export interface LocalSightOptions {
  readonly env: Environment;
  readonly platform: Platform;
  readonly home: string;
  /** An existing, empty folder for the few programs that are started. */
  readonly folder: string;
  /** Instead of the Mac's `/usr/bin/security`. */
  readonly securityProgram?: string;
  /** Whether the login shell is asked for its PATH; absent: it is. */
  readonly asksShell?: boolean;
  readonly clock: Clock;
}

/** What one look showed: the CLI, for showing, and its true path, for starting; and the sign-in. */
export interface LocalLook {
  readonly cli: CliSight;
  readonly program?: string;
  readonly signIn: SignInSight;
}

/** What this computer can see of the CLI and its sign-in. The CLI itself is never started. */
export interface LocalSight {
  /** Looks now, or joins the look under way. Takes at most 8 seconds and tells what was seen by then. Never rejects. */
  look(settingPath?: string): Promise<LocalLook>;
  /** The PATH of the login shell, asked once; absent where it cannot be had. Takes at most 4 seconds. */
  shellPath(): Promise<string | undefined>;
  /** Ends what is under way, with the programs it started. */
  stop(): void;
}

interface LookUnderWay {
  readonly settingPath: string | undefined;
  readonly ended: Promise<unknown>;
  soFar(): LocalLook;
}

const LIMIT_MS = 8_000;

/** Starts nothing yet. The login shell is asked for its PATH once, at the first look: its start files may be slow. */
export function createLocalSight({ clock, asksShell = true, ...whose }: LocalSightOptions): LocalSight {
  const stopping = new AbortController();
  const question = { ...whose, signal: stopping.signal };
  let askedShell: Promise<string | undefined> | undefined;
  let underWay: LookUnderWay | undefined;

  const shellPath = async (): Promise<string | undefined> =>
    asksShell ? (askedShell ??= loginShellPath(question, clock)) : undefined;
  const begin = (settingPath: string | undefined): LookUnderWay => {
    const begun = beginLook(settingPath, shellPath(), { ...question, clock });
    underWay = begun;
    void forget(begun);
    return begun;
  };
  // A look that hangs in a dead folder is joined by the next ones, so that it hangs once.
  const forget = async (look: LookUnderWay): Promise<void> => {
    await look.ended;
    if (underWay === look) underWay = undefined;
  };
  return {
    look: async (settingPath) => {
      const joined = underWay !== undefined && underWay.settingPath === settingPath ? underWay : begin(settingPath);
      await atMost(clock, LIMIT_MS, joined.ended);
      return joined.soFar();
    },
    shellPath,
    stop: () => stopping.abort(),
  };
}

function beginLook(
  settingPath: string | undefined,
  shellPath: Promise<string | undefined>,
  { clock, ...question }: LocalSightOptions & { readonly signal: AbortSignal },
): LookUnderWay {
  let search: CliSearch | undefined;
  let signIn: SignInSight = { place: 'unknown', overriddenBy: [] };
  const findIt = async (): Promise<void> => {
    const path = await shellPath;
    search = searchCli({
      ...question,
      ...(settingPath !== undefined && { settingPath }),
      ...(path !== undefined && { shellPath: path }),
    });
    await search.ended;
  };
  const seeIt = async (): Promise<void> => {
    signIn = await seeSignIn(question, clock);
  };
  return {
    settingPath,
    ended: Promise.all([findIt(), seeIt()]),
    soFar: () => {
      const { sight: cli, ...program } = search?.soFar() ?? NOTHING_YET;
      return { cli, ...program, signIn };
    },
  };
}

const NOTHING_YET: CliFound = { sight: { candidates: [], searched: [] } };
