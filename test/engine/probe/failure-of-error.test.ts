import { describe, expect, it } from 'vitest';
import { failureOfError } from '../../../engine/probe/failure-of-error.ts';

const errorWith = (code: string): Error => Object.assign(new Error('made for a test'), { code });

const both = (...codes: readonly string[]): AggregateError => new AggregateError(codes.map(errorWith));

describe('failureOfError', () => {
  it.each([
    ['ECONNREFUSED', 'refused'],
    ['ECONNRESET', 'reset'],
    ['EPIPE', 'reset'],
    ['HPE_INVALID_EOF_STATE', 'reset'],
    ['EHOSTUNREACH', 'unreachable'],
    ['ENETUNREACH', 'unreachable'],
    ['ENOTFOUND', 'dns'],
    ['EAI_AGAIN', 'dns'],
    ['HPE_INVALID_CONSTANT', 'not-http'],
    ['HPE_HEADER_OVERFLOW', 'too-large'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
    ['CERT_HAS_EXPIRED', 'tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
    ['EPROTO', 'tls'],
    ['ABORT_ERR', 'cancelled'],
    ['EMFILE', 'internal'],
    ['constructor', 'internal'],
  ])('%s means %s, and is kept as evidence', (code, failure) => {
    expect(failureOfError(errorWith(code), true)).toEqual({ failure, code });
  });

  it('a timeout of the system is told apart by whether the connection stood', () => {
    expect(failureOfError(errorWith('ETIMEDOUT'), true).failure).toBe('timeout');
    expect(failureOfError(errorWith('ETIMEDOUT'), false).failure).toBe('connect-timeout');
  });

  it.each([
    ['both refused', both('ECONNREFUSED', 'ECONNREFUSED'), 'refused'],
    ['one refused, the computer has no IPv6', both('ECONNREFUSED', 'EADDRNOTAVAIL'), 'refused'],
    ['one silent, one refused: somebody may be there', both('ETIMEDOUT', 'ECONNREFUSED'), 'connect-timeout'],
    ['something else', both('EMFILE'), 'internal'],
    ['none at all', both(), 'internal'],
  ])('several addresses: %s', (_what, error, failure) => {
    expect(failureOfError(error, false).failure).toBe(failure);
  });

  it.each([[new Error('no code')], ['a text'], [undefined], [Object.assign(new Error('n'), { code: 7 })]])(
    'what is no error of the system (%s) is internal',
    (thrown) => {
      expect(failureOfError(thrown, true)).toEqual({ failure: 'internal' });
    },
  );
});
