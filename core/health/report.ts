import type { Health } from './light.ts';

/** The name of a dialect. Each names itself in its own file, so that adding one is a file and a line. */
export type DialectId = string;

/** Components with a meaning of their own. A proxy may report others; they keep their own (plain) name. */
export type KnownComponent = 'claude_cli' | 'api_server' | 'authentication';

/**
 * How much depends on a component. `required`: the proxy serves nobody without it, so it may turn the light red.
 * `part`: reported, but nobody here knows what hangs on it: amber at most. `optional`: known to be dispensable, a hint.
 */
export type Role = 'required' | 'part' | 'optional';

/** One part of the proxy, as the proxy tells it. Every text is plain and bounded; what is not told is absent. */
export interface Component {
  readonly id: string;
  readonly health: Health;
  readonly role: Role;
  /** The status word as reported, if there was one. */
  readonly word?: string;
  readonly message?: string;
  readonly version?: string;
  readonly path?: string;
  readonly uptimeSeconds?: number;
  readonly port?: number;
  readonly host?: string;
  readonly requests?: number;
  readonly errors?: number;
  readonly signedIn?: boolean;
  /** An account name, usually an e-mail: for the popup only, and masked there. */
  readonly user?: string;
  /** Epoch milliseconds. */
  readonly expiresAt?: number;
  /** Epoch milliseconds. */
  readonly checkedAt?: number;
}

/** What kind of trouble an error body names. */
export type ReportedError =
  | { readonly kind: 'cli-not-found'; readonly searchedPaths: readonly string[] }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'port-taken'; readonly port?: number; readonly host?: string }
  | { readonly kind: 'other' };

/** How the proxy says it is set up. */
export interface Configuration {
  readonly host?: string;
  readonly port?: number;
  readonly openToAllOrigins?: boolean;
}

/** What a dialect read from one answer, in our one model. */
export interface Report {
  readonly dialect: DialectId;
  /** True when it proves only that the server answers: nothing is said of the CLI or the sign-in. */
  readonly basic: boolean;
  /** The meaning of the overall status word alone. */
  readonly overall: Health;
  readonly word?: string;
  readonly service?: string;
  readonly version?: string;
  readonly components: readonly Component[];
  /** How many further components there were beyond the 64 that are kept. */
  readonly omitted: number;
  readonly configuration?: Configuration;
  readonly error?: ReportedError;
  /** The proxy's own words about its trouble: shown as a quotation, never acted upon. */
  readonly said?: string;
}
