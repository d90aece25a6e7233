import { isKnownService } from '../../health/services.ts';
import { isLoopback } from '../../target-url.ts';
import { spansOf, type Detector, type Span } from './span.ts';

// Top-level domains by which a dotted name is known for a host. Those that are also endings of files or English words
// count only with a port or a third part.
const DOMAINS = new Set(
  (
    'com net org edu gov mil int arpa info biz name xyz online site tech cloud dev page pro eu de uk fr nl ch be es se fi dk cz pt tr ' +
    'kr jp cn ru br au ca nz za mx ar ie gr hu ro ua tw hk sg th vn ph il ae sa ke ng io co ai tv fm gg local lan home internal ' +
    'intranet corp localdomain domain test example invalid private onion ts goog google company systems solutions network software'
  ).split(' '),
);
const AMBIGUOUS = new Set(
  'app sh py rs md pl so cc ps me in is it no at as am id my to do us lt pm zip mov tf ml vi run work live'.split(' '),
);

// Names that are no secret: the maker of the CLI, which everybody's report has.
const PUBLIC =
  /^(?:(?:www|api|docs|code|platform|status|support|statsig)\.)?(?:anthropic\.com|claude\.com|claude\.ai)$/;
const NO_HOST = /^(?:(?:asp|vb|ado|system|java|javax)\.net|socket\.io|localhost\.localdomain)$/;

/** Whether a host is this very computer, or everywhere, or everybody's: nothing to hide. */
export function isHarmlessHost(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  return (
    isLoopback(canonical(name)) || /^(?:0\.0\.0\.0|255\.255\.255\.255|\[?::\]?|\*|)$/.test(name) || PUBLIC.test(name)
  );
}

function canonical(name: string): string {
  const bare = name.replace(/^\[|\]$/g, '');
  if (!bare.includes(':')) return ofUrl(bare);
  return ofUrl(
    `[${bare.replace(/%.*$/, '').replace(/^(?:0{1,4}:){5}ffff:|^::ffff:(?=127\.)/i, '')}]`.replace(
      /^\[(127[\d.]*)\]$/,
      '$1',
    ),
  );
}

function ofUrl(host: string): string {
  try {
    return new URL(`http://${host}`).hostname;
  } catch {
    // No host of a URL; it is compared as it is.
    return host;
  }
}

const DOTTED = /(?<![\w@.\\-])(?<!(?<!\/)\/)((?:[a-z0-9_-]{1,63}\.){1,8}[a-z]{2,18})(?![\w-]|\.\w)(:\d{1,5}(?!\d))?/gi;

function dottedNames(text: string): readonly Span[] {
  return [...text.matchAll(DOTTED)]
    .filter(([, name = '', port]) => isHostName(name.toLowerCase(), port !== undefined))
    .map(({ index, 1: name = '' }) => ({ start: index, end: index + name.length, mark: '[host]' }));
}

function isHostName(name: string, hasPort: boolean): boolean {
  const parts = name.split('.');
  const last = parts.at(-1) ?? '';
  if (isHarmlessHost(name) || NO_HOST.test(name)) return false;
  // A line of a file, "main.py:12", is no port.
  return (
    DOMAINS.has(last) || (AMBIGUOUS.has(last) && parts.length > 2) || (hasPort && /^(?:app|me|us|it|at|to)$/.test(last))
  );
}

const V4 = /(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\d)/g;
const AFTER_VERSION = /(?:version|release|\bver?)[\s:="']{0,3}$/i;

function v4Addresses(text: string): readonly Span[] {
  return spansOf(text, V4, '[host]').filter(({ start, end }) => {
    const address = text.slice(start, end);
    if (AFTER_VERSION.test(text.slice(Math.max(0, start - 12), start))) return false;
    return address.split('.').every((part) => Number(part) <= 255) && !isHarmlessHost(address);
  });
}

const V6 = /(?<![\w:.])(?:\[[0-9a-f:]{2,39}(?:%\w{1,16})?\]|[0-9a-f:]{2,39}(?:%\w{1,16})?(?![\w:]))/gi;

function v6Addresses(text: string): readonly Span[] {
  return spansOf(text, V6, '[host]').filter(({ start, end }) => isV6(text.slice(start, end)));
}

function isV6(text: string): boolean {
  const [address = ''] = text.replace(/^\[|\]$/g, '').split('%');
  const groups = address.split(':');
  if (groups.length < 3 || groups.length > 9 || groups.some((group) => group.length > 4)) return false;
  if (address.includes(':::')) return false;
  if (!address.includes('::') && groups.length !== 8) return false;
  const told = groups.filter((group) => group !== '');
  const looksLikeOne = /\d/.test(address) || told.length > 2;
  return looksLikeOne && !isHarmlessHost(address);
}

// A name without dots is a host where something says so: a failed look-up, a share, a port of a hyphenated name.
const LOOKED_UP =
  /(?<=(?:ENOTFOUND|EAI_AGAIN|getaddrinfo|EHOSTUNREACH|resolve host:?|unknown host:?) {1,2})(?!E[A-Z]{4})[a-z0-9][\w.-]{0,252}/gi;
const SHARE = /(?<=(?:^|[\s"'=(]))\\\\(?![?.]\\|wsl)[a-z0-9][\w.-]{0,63}(?=\\[\w$.-])/gim;
const HYPHENATED = /(?<![\w@./\\:-])[a-z][a-z0-9]*(?:-[a-z0-9]+){1,8}(?=:\d{4,5}(?![\w:.]))/gi;
const CLOUD = /(?<![\w-])ip-\d{1,3}(?:-\d{1,3}){3}(?![\w-])/gi;

function namedHosts(text: string): readonly Span[] {
  return [LOOKED_UP, SHARE, HYPHENATED, CLOUD]
    .flatMap((pattern) => spansOf(text, pattern, '[host]'))
    .filter(({ start, end }) => {
      const name = text.slice(start, end);
      return !isHarmlessHost(name) && !isKnownService(name.toLowerCase());
    });
}

/** Finds other computers, by name and by address. This one, in all its spellings, is nothing to hide. */
export const otherHosts: Detector = (text) => [
  ...dottedNames(text),
  ...v4Addresses(text),
  ...v6Addresses(text),
  ...namedHosts(text),
];
