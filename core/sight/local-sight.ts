/** Where a path to the CLI came from, in the order in which they are believed. */
export type CliSource = 'setting' | 'variable' | 'path' | 'shell-path' | 'known-place';

/** What stands at a path: a program, or why it is none that could be started safely. */
export type CliState = 'program' | 'not-executable' | 'folder' | 'dangling' | 'unreadable' | 'unsafe-folder';

/** One Claude CLI, or what looks like one, found without starting it. */
export interface CliSeen {
  readonly path: string;
  /** The file behind links, if it is another. */
  readonly realPath?: string;
  /** Further links to the same program, as they were found. */
  readonly aliases?: readonly string[];
  readonly source: CliSource;
  readonly state: CliState;
  /** As the path or the package beside it tells; absent where only a run would tell. */
  readonly version?: string;
}

/** All that were found, the one that would be started, and where was looked. Paths are plain and bounded. */
export interface CliSight {
  readonly candidates: readonly CliSeen[];
  readonly chosen?: CliSeen;
  readonly searched: readonly string[];
}

/**
 * What this computer can see of the sign-in, from metadata alone. `present` is that a token is stored, never that it is
 * valid. Absent values could not be seen.
 */
export interface SignInSight {
  readonly place: 'file' | 'keychain' | 'unknown';
  readonly present?: boolean;
  /** Epoch milliseconds at which the login itself ends; the access token ends every few hours, which is normal. */
  readonly loginExpiresAt?: number;
  /** Whether others on this computer may read the file. */
  readonly isPrivate?: boolean;
  readonly subscription?: string;
  /** Names of environment variables that override a login, never their values. */
  readonly overriddenBy: readonly string[];
}

/** What this computer can see beside the proxy's own words. */
export interface LocalSight {
  readonly cli: CliSight;
  readonly signIn: SignInSight;
  /** True where the target is known to use this very login: a process of the same user with the same places. */
  readonly sharedLogin?: boolean;
}

/** Who holds a port. `free`: nobody listens. `other-user`: somebody else's process. `unknown`: it cannot be told here. */
export type PortOwner =
  | {
      readonly kind: 'known';
      readonly pid: number;
      readonly name: string;
      /** Epoch milliseconds. */
      readonly startedAt?: number;
      /** The name of the user whose process it is, where that can be told. */
      readonly user?: string;
      /** Whether it looks for a login where we do; absent where that cannot be told. */
      readonly sharesLogin?: boolean;
    }
  | { readonly kind: 'other-user'; readonly userId?: number }
  | { readonly kind: 'free' }
  | { readonly kind: 'unknown' };
