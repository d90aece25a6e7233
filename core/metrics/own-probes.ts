const PAGE = /(?:^|\/)(?:health|healthz|metrics)(?:\/|$)/;

/**
 * Whether an endpoint, as a label names it (a path, or as in ccproxy a whole URL), is a page that we ask ourselves: traffic of
 * health checks is nobody's traffic. `ownPath`: the path of the address that is watched, which may be a health page.
 */
export function isOwnProbe(endpoint: string, ownPath: string): boolean {
  const [path = ''] = endpoint.replace(/^[a-z]+:\/\/[^/]*/i, '').split(/[?#]/);
  return path === '' || path === '/' || path === ownPath || PAGE.test(path);
}
