/** Environment variables by name. */
type Variables = Readonly<Record<string, string | undefined>>;

// Most programs know the small letters, many the capitals; `ALL_PROXY` stands for both kinds.
const NAMES = ['HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'] as const;

/** The names of the variables that send requests by plain HTTP through a web proxy. */
export function webProxies(env: Variables): readonly string[] {
  return NAMES.filter((name) => (env[name] ?? '') !== '');
}

/**
 * Whether `NO_PROXY` excepts a host: by its name, by a domain above it, or by `*`. Addresses with a mask are read by too
 * few programs to count.
 */
export function isExcepted(host: string, env: Variables): boolean {
  const entries = (env['no_proxy'] ?? env['NO_PROXY'] ?? '').split(/[\s,]+/).slice(0, MAX_ENTRIES);
  const wanted = bare(host.toLowerCase());
  return entries.map((entry) => bare(entry.toLowerCase())).some((entry) => covers(entry, wanted));
}

const MAX_ENTRIES = 200;

// `.example.com` and `*.example.com` mean the domain; a port behind the name narrows it and is let be.
function bare(entry: string): string {
  const host = entry.replace(/^\*?\./, '').replace(/^\[(.*)\](?::\d+)?$/, '$1');
  return host.split(':').length === 2 ? host.slice(0, host.indexOf(':')) : host;
}

function covers(entry: string, host: string): boolean {
  return entry !== '' && (entry === '*' || entry === host || host.endsWith(`.${entry}`));
}
