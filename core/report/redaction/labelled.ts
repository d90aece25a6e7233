import type { Detector, Mark, Span } from './span.ts';

// `"accessToken": "...`, `API_KEY=...`, `--token ...`, `<password>...`, `password: ...`
const NAME = String.raw`(?<![A-Za-z0-9])(?<name>(?:(?:api|access|auth|refresh|secret|private|session) )?[A-Za-z][\w.-]{0,80})`;
const LABEL = new RegExp(
  [
    String.raw`${NAME}["']{0,2}\s{0,3}(?:=>|[:=>])\s{0,3}`,
    String.raw`(?<!\S)--?(?<option>[a-z][\w-]{0,60})\s{1,3}(?=[^\s-])`,
    // "the password is abc123": other words behind "is" tell how it is with the password.
    String.raw`${NAME.replace('name', 'told')} is:?\s{1,3}(?=["']?[^\s"']{0,80}\d)`,
  ].join('|'),
  'gi',
);

/** Words that keep what follows to themselves, whatever it is. */
const SECRET =
  /^(?:pass(?:word|wd|phrase|code)?s?|pwd|secrets?|apikeys?|accesskey|secretkey|privatekey|authkey|credentials?|cookies?|authorization|signature|sig|jwt|bearer|otp|sessionid|sessionkey|sid|phpsessid|jsessionid|csrf|xsrf|clearance)$/;
/** Words that do so unless something ordinary follows. */
const OFTEN_SECRET = /^(?:token|key|auth|session)$/;
const PERSON =
  /^(?:user|username|login|nickname|fullname|displayname|firstname|lastname|realname|owner|author|account|e?mail)$/;
const ORGANISATION = /^(?:organi[sz]ations?|org|company|tenant|employer|workspace|customer)$/;
const HOST = /^(?:host|hostname|fqdn|computername|machinename|nodename)$/;
/** Second words that belong to the first: `organizationName`, `user_id`. */
const OF_IT = /^(?:name|id|uuid|email|title|slug|display|full|first|last)$/;

// What states and questions consist of. They say nothing of anybody.
const ORDINARY =
  /^(?:is|was|are|has|have|not|no|none|null|nil|undefined|true|false|yes|unknown|missing|required|optional|invalid|valid|expired|expires|empty|unset|set|ok|absent|present|found|stored|revoked|refreshed|refused|denied|rejected|failed|failing|error|healthy|unhealthy|degraded|down|authenticated|unauthenticated|signed|logged|disabled|enabled|see|please|the|a|an|of|for|in|to|all|any|from|with|must|could|cannot|only|still|and|or|string|number|boolean|object|basic|bearer|active|inactive|idle|open|closed|started|ended|wrong|incorrect|needed|used|given|too|accepted|limit\w*)$/i;
// Names that everybody has.
const NOBODY = /^(?:root|admin|user|localhost|claude|node)$/i;
const SHORT_NUMBER = /^-?\d{1,6}$/;
const MAX_VALUE = 4_096;

/** Finds what stands behind a word that announces something private, whatever it looks like. */
export const labelled: Detector = (text) =>
  [...text.matchAll(LABEL)].flatMap((match) => {
    const mark = markOf(match.groups?.['name'] ?? match.groups?.['option'] ?? match.groups?.['told'] ?? '');
    return mark === undefined ? [] : valueAt(text, match.index + match[0].length, mark);
  });

interface Rule {
  readonly mark: Mark;
  readonly kind: 'always' | 'often' | 'name';
}

/** What a label announces, by its last word, or by the last two. */
function markOf(label: string): Rule | undefined {
  const words = (label.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map((word) => word.toLowerCase());
  const last = words.at(-1) ?? '';
  const before = words.at(-2) ?? '';
  const both = before + last;
  if (SECRET.test(last) || SECRET.test(both)) return { mark: '[secret]', kind: 'always' };
  if (OFTEN_SECRET.test(last)) return { mark: '[secret]', kind: words.length > 1 ? 'always' : 'often' };
  const noun = OF_IT.test(last) && words.length > 1 ? before : last;
  if (PERSON.test(noun) || PERSON.test(both)) return { mark: '[user]', kind: 'name' };
  if (ORGANISATION.test(noun)) return { mark: '[organisation]', kind: 'name' };
  return HOST.test(noun) || HOST.test(both) ? { mark: '[host]', kind: 'name' } : undefined;
}

function valueAt(text: string, at: number, { mark, kind }: Rule): readonly Span[] {
  const rest = text.slice(at, at + MAX_VALUE);
  const quote = /^["']/.exec(rest)?.[0] ?? '';
  const value = quote === '' ? unquoted(rest, mark) : (rest.slice(1).split(quote)[0] ?? '');
  const start = at + quote.length;
  return value === '' || isOrdinary(value, quote !== '', kind) ? [] : [{ start, end: start + value.length, mark }];
}

const PAIR = /^[^\s"'=;,]{1,80}=[^\s"';]*(?:;\s?[^\s"'=;,]{1,80}=[^\s"';]*)*/;
const SCHEME = /^(?:Bearer|Basic|Token|Digest|ApiKey) [^\s"',;]+/i;
const PHRASE = /^[^\n"',;.<>()[\]{}|]{1,60}/;
const BARE = /^[^\s"',;&<>()[\]{}|]+/;

function unquoted(rest: string, mark: Mark): string {
  const shape = mark === '[organisation]' ? [PHRASE] : [PAIR, SCHEME, BARE];
  const [value = ''] = shape.flatMap((pattern) => pattern.exec(rest)?.[0] ?? []);
  return value.trimEnd().replace(/[.:!?]$/, '');
}

function isOrdinary(value: string, isQuoted: boolean, kind: Rule['kind']): boolean {
  const [first = ''] = value.split(/[\s.,:!?]/);
  if (/^\W*$/.test(value) || /^(?:null|none|undefined|true|false)$/i.test(value)) return true;
  if (isQuoted && kind === 'always') return false;
  if (kind !== 'always' && SHORT_NUMBER.test(value)) return true;
  return ORDINARY.test(first) || (kind === 'name' && NOBODY.test(first));
}
