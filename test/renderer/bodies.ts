/** What a proxy says of itself, in the documented detailed form. */
interface Words {
  readonly status?: string;
  readonly host?: string;
  readonly cli?: object;
  readonly server?: object;
  readonly sign?: object;
  readonly others?: object;
}

/** The documented detailed body, as text. */
export function detailed({ status = 'healthy', host = '127.0.0.1', cli, server, sign, others }: Words): string {
  return JSON.stringify({
    status,
    service: 'claude-proxy',
    timestamp: '2026-11-22T09:40:00Z',
    version: '1.0.0',
    components: {
      claude_cli: cli ?? { status: 'healthy', path: '/usr/local/bin/claude', version: '2.0.0' },
      api_server: server ?? {
        status: 'healthy',
        uptime: '2h 15m 30s',
        port: 8000,
        requests_processed: 1250,
        errors: 3,
      },
      authentication: sign ?? { status: 'healthy', logged_in: true, user: 'user@example.com' },
      ...others,
    },
    configuration: { host, port: 8000, log_level: 'INFO', cors_enabled: true },
  });
}

/** All is well, and the sign-in lasts until `expiresAt` (epoch milliseconds). */
export function healthy(expiresAt: number): Words {
  const expires = new Date(expiresAt).toISOString();
  return { sign: { status: 'healthy', logged_in: true, user: 'user@example.com', expires } };
}

export const SIGNED_OUT: Words = {
  status: 'unhealthy',
  server: { status: 'healthy', uptime: '2h 15m 30s', port: 8000 },
  sign: { status: 'unauthenticated', logged_in: false, user: 'user@example.com', error: 'not signed in' },
};

/** Works, but one of its parts does not work well. */
export const SLOW: Words = {
  status: 'degraded',
  others: { response_cache: { status: 'degraded', message: 'disk almost full' } },
};

export const OPEN_TO_NETWORK: Words = { host: '0.0.0.0' };

/** More components than anybody keeps. */
export const MANY: Words = {
  others: Object.fromEntries(Array.from({ length: 70 }, (_, i) => [`worker_${i + 1}`, { status: 'healthy' }])),
};

const MARKUP = '<img src=x onerror="document.title=1"><script>document.title=2</script>';

/** Markup, endless words, and marks that turn the writing direction, wherever a text may stand. */
export const HOSTILE: Words = {
  status: 'unhealthy',
  cli: { status: 'unhealthy', path: MARKUP, version: `${MARKUP}${'x'.repeat(5_000)}`, error: MARKUP },
  sign: { status: 'error', user: MARKUP, expires: 'never', error: '\u202eesrever\u0000\ufffe' },
  others: { [MARKUP]: { status: 'error', message: MARKUP }, ['y'.repeat(300)]: { status: 'healthy' } },
};
