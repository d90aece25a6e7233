import type { FailureKind } from '../../core/health/probe-result.ts';

/** What an error of Node's network stack means for a probe, with its own code as evidence. */
export interface NamedFailure {
  readonly failure: FailureKind;
  readonly code?: string;
}

const BY_CODE: Readonly<Record<string, FailureKind>> = {
  ECONNREFUSED: 'refused',
  ECONNRESET: 'reset',
  ECONNABORTED: 'reset',
  EPIPE: 'reset',
  HPE_INVALID_EOF_STATE: 'reset',
  ERR_STREAM_PREMATURE_CLOSE: 'reset',
  EHOSTUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENETDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EACCES: 'unreachable',
  EPERM: 'unreachable',
  ENOTFOUND: 'dns',
  ENODATA: 'dns',
  ESERVFAIL: 'dns',
  HPE_HEADER_OVERFLOW: 'too-large',
  EPROTO: 'tls',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls',
  UNABLE_TO_GET_ISSUER_CERT: 'tls',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls',
  UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY: 'tls',
  UNABLE_TO_DECRYPT_CERT_SIGNATURE: 'tls',
  ERROR_IN_CERT_NOT_BEFORE_FIELD: 'tls',
  ERROR_IN_CERT_NOT_AFTER_FIELD: 'tls',
  INVALID_CA: 'tls',
  INVALID_PURPOSE: 'tls',
  HOSTNAME_MISMATCH: 'tls',
  PATH_LENGTH_EXCEEDED: 'tls',
  ABORT_ERR: 'cancelled',
};

const BY_PREFIX: readonly (readonly [string, FailureKind])[] = [
  ['HPE_', 'not-http'],
  ['EAI_', 'dns'],
  ['ERR_TLS_', 'tls'],
  ['ERR_SSL_', 'tls'],
  ['CERT_', 'tls'],
];

// When several addresses failed each in its own way: what leaves most hope is what is told.
const ACROSS_ADDRESSES: readonly FailureKind[] = ['connect-timeout', 'refused', 'unreachable'];

/** Names an error. `connected` tells a silent server from one that does not even take the connection. */
export function failureOfError(error: unknown, connected: boolean): NamedFailure {
  if (error instanceof AggregateError) return ofSeveral(error.errors, connected);
  const code = codeOf(error);
  if (code === undefined) return { failure: 'internal' };
  return { failure: failureOfCode(code, connected), code };
}

function ofSeveral(errors: readonly unknown[], connected: boolean): NamedFailure {
  const named = errors.map((error) => failureOfError(error, connected));
  const wanted = ACROSS_ADDRESSES.find((kind) => named.some(({ failure }) => failure === kind));
  return named.find(({ failure }) => failure === wanted) ?? named[0] ?? { failure: 'internal' };
}

function failureOfCode(code: string, connected: boolean): FailureKind {
  if (code === 'ETIMEDOUT') return connected ? 'timeout' : 'connect-timeout';
  if (Object.hasOwn(BY_CODE, code)) return BY_CODE[code] ?? 'internal';
  return BY_PREFIX.find(([prefix]) => code.startsWith(prefix))?.[1] ?? 'internal';
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
