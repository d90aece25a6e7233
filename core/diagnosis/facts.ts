import type { Verdict } from '../health/verdict.ts';
import type { CliSight, PortOwner, SignInSight } from '../sight/local-sight.ts';

/** Where the target is. `isHere`: on this computer, so that what is seen here has to do with it. */
export interface TargetFact {
  readonly url: string;
  readonly host: string;
  readonly port: number;
  readonly isHere: boolean;
}

/** What a probe of this very run brought home, and how the watch has seen the target since the app started. */
export interface AnswerFact {
  readonly verdict: Verdict;
  /** Epoch milliseconds at which it was judged. */
  readonly at: number;
  readonly isFlapping: boolean;
  /** How many incidents there were since the start of the app. */
  readonly incidents: number;
  /** Milliseconds after which the user takes an answer for slow, if that was set. */
  readonly slowAfterMs?: number;
}

/** How a bare connection ended. `silent`: neither accepted nor refused in time. */
export type ConnectOutcome = 'open' | 'refused' | 'silent' | 'failed';

/** Whether the port is busy, in either family, and who holds it: decided apart. */
export interface PortFact {
  readonly v4: ConnectOutcome;
  readonly v6: ConnectOutcome;
  readonly owner: PortOwner;
}

/** For which machines a program file is made, as its first bytes tell. A script names what runs it. */
export type BinaryFact = {
  /** This computer's own, in Node's words: `x64`, `arm64`. */
  readonly here: string;
} & (
  | { readonly kind: 'binary'; readonly format: 'elf' | 'mach-o' | 'pe'; readonly machines: readonly string[] }
  | { readonly kind: 'script'; readonly interpreter: string }
  | { readonly kind: 'other' }
);

/** How `claude --version` ended. Texts are plain and bounded. */
export type RunFact =
  | { readonly kind: 'version'; readonly version: string; readonly ms: number }
  /** It ran and ended well, and said nothing that is a version. */
  | { readonly kind: 'no-version'; readonly said?: string }
  /** npm left a placeholder where the program should be. */
  | { readonly kind: 'incomplete' }
  /** A script of an older version, and no Node to run it. */
  | { readonly kind: 'needs-node' }
  | { readonly kind: 'wrong-machine' }
  | { readonly kind: 'failed'; readonly code?: number; readonly signal?: string; readonly said?: string }
  | { readonly kind: 'not-started'; readonly code: string }
  | { readonly kind: 'hangs' }
  | { readonly kind: 'too-much-output' };

/**
 * What `claude auth status --json` told. `signedIn` means that a credential is present, not that it is valid; only `false`
 * is conclusive.
 */
export type AuthFact =
  | { readonly kind: 'told'; readonly signedIn: boolean; readonly method?: string }
  /** The CLI's own settings file cannot be read by it. */
  | { readonly kind: 'settings-damaged' }
  /** It answered otherwise than known: neither signed in nor signed out is proved. */
  | { readonly kind: 'not-understood' }
  | { readonly kind: 'hangs' };

/** Proxies of the environment that could swallow requests to this computer: names of variables only. */
export interface EnvironmentFact {
  readonly proxies: readonly string[];
  /** Whether `NO_PROXY` excepts the target. */
  readonly excepted: boolean;
}

export type FileState = 'absent' | 'ok' | 'damaged' | 'unreadable';

/** The settings of Pilot Light. `ignored`: names of the keys that are wrong and took their default. */
export interface SettingsFact {
  readonly state: FileState;
  readonly ignored: readonly string[];
}

/** Epoch milliseconds. `notBefore`: a moment that is certainly past, such as that at which this app was built. */
export interface ClockFact {
  readonly now: number;
  readonly notBefore: number;
}

/** Free space in bytes where the user's files are. */
export interface DiskFact {
  readonly freeBytes: number;
}

/** A service of the desktop. `unneeded`: this system has its own way. */
export type Service = 'present' | 'absent' | 'unneeded' | 'unknown';

export interface DesktopFact {
  readonly tray: Service;
  readonly notifications: Service;
  /** What would show tray icons on this desktop, by its own name. */
  readonly traySupplier?: string;
}

/** Pilot Light itself. `lastErrors` are our own log lines, redacted, newest last. */
export interface AppFact {
  readonly version: string;
  readonly memoryBytes: number;
  readonly uptimeMs: number;
  readonly lastErrors: readonly string[];
}

/** Everything that the checks judge by, each gathered once in a run. */
export interface FactValues {
  readonly target: TargetFact;
  readonly answer: AnswerFact;
  readonly port: PortFact;
  readonly cli: CliSight;
  readonly binary: BinaryFact;
  readonly run: RunFact;
  readonly auth: AuthFact;
  readonly signIn: SignInSight;
  readonly environment: EnvironmentFact;
  /** The CLI's own settings, `.claude.json`. */
  readonly cliSettings: FileState;
  readonly settings: SettingsFact;
  readonly clock: ClockFact;
  readonly disk: DiskFact;
  readonly desktop: DesktopFact;
  readonly app: AppFact;
}

export type FactId = keyof FactValues;

/** Why something was not looked at. */
export const SKIP_REASONS = [
  'no-answer',
  'paused',
  'not-told',
  'other-computer',
  'nothing-listens',
  'no-cli',
  'cli-does-not-run',
  'cli-too-old',
  'no-login',
  'not-on-this-system',
  'cannot-be-seen',
  'earlier-check',
] as const;

export type SkipReason = (typeof SKIP_REASONS)[number];

/** One fact, or why there is none. */
export type Gathered<Value> =
  | { readonly kind: 'known'; readonly value: Value }
  | { readonly kind: 'missing'; readonly because: SkipReason };
