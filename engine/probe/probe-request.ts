import type { Agent } from 'node:http';
import type { PageKind } from './pages.ts';

/** What is asked, and how long it may take. */
export interface ProbeRequest {
  /** A target's address in its canonical form. */
  readonly url: string;
  readonly path: string;
  /** What is asked for; absent: health. */
  readonly page?: PageKind;
  /** Milliseconds for all of it: name, connection, headers and body. */
  readonly deadlineMs: number;
  /** Whose sockets are used; absent: a connection of its own, closed afterwards. */
  readonly agent?: Agent;
  readonly userAgent?: string;
  /** Aborted: the probe ends at once as `cancelled`. */
  readonly signal?: AbortSignal;
}
