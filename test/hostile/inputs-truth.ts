import type { Inputs } from './hostile-input.ts';
import { answer, DETAILED, GREEN, json, says } from './wire.ts';

const PAGE = '<!DOCTYPE html><html><head><title>Grafana</title></head><body>Welcome</body></html>';

const UNHEALTHY = '{"status":"unhealthy","service":"claude-proxy","error":"Claude CLI not available"}';

const withStatus = (status: unknown) => json({ ...DETAILED, status });

const withComponent = (name: string, component: object) =>
  json({ ...DETAILED, components: { ...DETAILED.components, [name]: component } });

/** 1-11: answers that are well sent and do not prove health. */
export const TRUTH: Inputs = {
  '1a': { what: 'a web page', serve: says(answer(PAGE, { headers: ['Server: nginx'] })) },
  '1b': { what: 'a web page with a health answer inside', serve: json(`<html>${GREEN}</html>`) },
  '2a': { what: '{}', serve: json({}) },
  '2b': { what: '[]', serve: json([]) },
  '2c': { what: 'null', serve: json(null) },
  '2d': { what: '"healthy"', serve: json('"healthy"') },
  '2e': { what: '42', serve: json(42) },
  '2f': { what: 'an empty body', serve: json('') },
  '2g': { what: 'blank lines', serve: json('\r\n \r\n') },
  '2h': { what: 'a healthy answer in an array', serve: json([DETAILED]) },
  '2i': { what: '204 without a body', serve: says('HTTP/1.1 204 No Content\r\n\r\n') },
  '3a': { what: '503 with a healthy body', serve: json(DETAILED, { status: '503 Service Unavailable' }) },
  '3b': { what: '200 with an unhealthy body', serve: json(UNHEALTHY) },
  '3c': { what: '500 with a healthy body', serve: json(DETAILED, { status: '500 Internal Server Error' }) },
  '3d': { what: '404 with a healthy body', serve: json(DETAILED, { status: '404 Not Found' }) },
  '4a': { what: 'status "HEALTHY"', serve: withStatus('HEALTHY') },
  '4b': { what: 'status " healthy "', serve: withStatus(' healthy ') },
  '4c': { what: 'status true', serve: withStatus(true) },
  '4d': { what: 'status 1', serve: withStatus(1) },
  '4e': { what: 'status ["healthy"]', serve: withStatus(['healthy']) },
  '4f': { what: 'status {}', serve: withStatus({}) },
  '4g': { what: 'status ""', serve: withStatus('') },
  '4h': { what: 'no status', serve: withStatus(undefined) },
  '4i': { what: 'status with NUL behind', serve: withStatus('healthy\u0000') },
  '4j': { what: 'status with a Cyrillic letter', serve: withStatus('he\u0430lthy') },
  '5a': { what: 'claude_cli unhealthy', serve: withComponent('claude_cli', { status: 'unhealthy' }) },
  '5b': { what: 'api_server in error', serve: withComponent('api_server', { status: 'error' }) },
  '5c': { what: 'unauthenticated', serve: withComponent('authentication', { status: 'unauthenticated' }) },
  '5d': {
    what: 'healthy words, logged_in false',
    serve: withComponent('authentication', { status: 'healthy', logged_in: false }),
  },
  '5e': { what: 'a required component that is null', serve: json({ ...DETAILED, components: { claude_cli: null } }) },
  '6a': { what: 'service grafana', serve: json({ ...DETAILED, service: 'grafana' }) },
  '6b': { what: 'a bare status, nobody in particular', serve: json({ status: 'ok' }), mayBeGreen: 'minimal, "basic"' },
  '7': {
    what: 'no detailed page, a healthy basic one',
    serve: (socket, path) =>
      path === '/health'
        ? json({ status: 'healthy' })(socket, path)
        : json({}, { status: '404 Not Found' })(socket, path),
  },
  '8a': { what: '500 with status error', serve: json({ status: 'error' }, { status: '500 Internal Server Error' }) },
  '8b': {
    what: '503, CLI missing',
    serve: problem('Claude CLI not found in PATH', { searched_paths: ['/usr/bin/claude'] }),
  },
  '8c': {
    what: '503, signed out',
    serve: problem('Claude CLI authentication failed', { claude_cli_status: 'not_authenticated' }),
  },
  '8d': { what: '503, port taken', serve: problem('Port 8000 already in use', { port: 8000, host: '0.0.0.0' }) },
  '9': {
    what: 'a healthy answer after the deadline',
    serve: (socket) => {
      const timer = setTimeout(() => socket.write(answer(GREEN)), 800);
      socket.on('close', () => clearTimeout(timer));
    },
  },
  '11': {
    what: 'unknown fields and components',
    serve: json({ ...DETAILED, x: { y: 1 }, components: { ...DETAILED.components, database: { status: 'healthy' } } }),
    mayBeGreen: 'what a later version adds does no harm',
  },
};

function problem(error: string, details: object) {
  return json({ status: 'unhealthy', error, details }, { status: '503 Service Unavailable' });
}
