import { timestampText, uptimeText, type Moment } from './moment.ts';
import type { Options } from './options.ts';

/** The three documented problems, byte for byte as the documentation prints them. */
export const DOCUMENTED_PROBLEMS = {
  'cli-missing':
    '{"status":"unhealthy","error":"Claude CLI not found in PATH","details":{"searched_paths":["/usr/local/bin/claude","/usr/bin/claude","~/.local/bin/claude"]}}',
  'signed-out':
    '{"status":"unhealthy","error":"Claude CLI authentication failed","details":{"claude_cli_status":"not_authenticated"}}',
  'port-taken': '{"status":"unhealthy","error":"Port 8000 already in use","details":{"port":8000,"host":"0.0.0.0"}}',
} as const;

/** What the framework behind most of these proxies says of a path that it does not have. */
export const NOT_FOUND = '{"detail":"Not Found"}';

export const STRANGER_PAGE =
  '<!doctype html>\n<html><head><title>Welcome</title></head><body><h1>It works!</h1></body></html>\n';

/** `GET /health` as documented: the healthy form, or the unhealthy one where there is an error to tell. */
export function healthBody(moment: Moment, options: Options): string {
  const { overall = 'healthy', service = 'claude-proxy', version = '1.0.0', error } = options;
  const head = { status: overall, service, timestamp: timestampText(moment.now) };
  return JSON.stringify(error === undefined ? { ...head, version } : { ...head, error });
}

/** `GET /health/detailed` as documented, with what this server really is. */
export function detailedBody(moment: Moment, options: Options): string {
  const { overall = 'healthy', service = 'claude-proxy', version = '1.0.0', error } = options;
  return JSON.stringify({
    status: overall,
    service,
    timestamp: timestampText(moment.now),
    version,
    ...(error !== undefined && { error }),
    components: components(moment, options),
    configuration: { host: options.host ?? moment.host, port: moment.port, log_level: 'INFO', cors_enabled: true },
  });
}

function components(moment: Moment, { cli = 'healthy', api = 'healthy', ...options }: Options): object {
  const { auth = 'healthy', loggedIn = auth === 'healthy', user, expires } = options;
  return {
    claude_cli: { status: cli, ...(cli === 'healthy' && { path: '/usr/local/bin/claude', version: '2.0.0' }) },
    api_server: {
      status: api,
      uptime: uptimeText(moment.uptimeSeconds),
      port: moment.port,
      requests_processed: moment.requests,
      errors: 0,
    },
    authentication: {
      status: auth,
      logged_in: loggedIn,
      ...(user !== undefined && { user }),
      ...(expires !== undefined && { expires }),
    },
  };
}
