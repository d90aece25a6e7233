/** Response headers that the rules look at; everything else is dropped where it is read. */
export interface AnswerHeaders {
  readonly contentType?: string;
  readonly retryAfter?: string;
  readonly server?: string;
  /** True when the server said `Connection: close`, so that no socket can be held. */
  readonly closes?: boolean;
  /** Seconds from `Keep-Alive: timeout=N`. */
  readonly keepAliveSeconds?: number;
}

/** A complete HTTP response, bounded in time and size while it was read. */
export interface Answer {
  readonly kind: 'answer';
  readonly path: string;
  readonly status: number;
  readonly headers: AnswerHeaders;
  /** The body as UTF-8 text, at most as long as its kind of page may be; empty when it is not UTF-8 or came in another encoding than asked. */
  readonly body: string;
  /** Milliseconds from the start of the request to the last byte. */
  readonly ms: number;
}

/**
 * Why no answer came. `timeout` is inconclusive (the host may be busy), all others are conclusive.
 * `connect-timeout`: not even the TCP handshake ended. `cancelled`: we stopped it ourselves.
 */
export type FailureKind =
  | 'refused'
  | 'timeout'
  | 'connect-timeout'
  | 'reset'
  | 'not-http'
  | 'redirected'
  | 'too-large'
  | 'tls'
  | 'dns'
  | 'unreachable'
  | 'cancelled'
  | 'internal';

/** A probe that ended without a usable answer. */
export interface Failure {
  readonly kind: 'failure';
  readonly path: string;
  readonly failure: FailureKind;
  /** The system's or parser's own code (`ECONNREFUSED`, `HPE_INVALID_CONSTANT`): for evidence, never for logic. */
  readonly code?: string;
  /** Milliseconds from the start of the request to the failure. */
  readonly ms: number;
}

/** What one probe brought home. */
export type ProbeResult = Answer | Failure;
