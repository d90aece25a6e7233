import { fromBase64, readable } from './bytes.ts';
import { isRandom } from './randomness.ts';
import { spansOf, type Detector, type Span } from './span.ts';

// How common makers begin their tokens, so that they are known by sight, however short. Sources: the makers' own pages
// on secret scanning.
const TOKENS: readonly RegExp[] = [
  /sk-ant-[\w+/=-]{3,}/gi,
  /(?<![a-z])[srp]k[-_](?=[a-z_-]{0,40}\d)[\w-]{12,}/gi,
  /(?:gh[oprsu]|github_pat|glpat|gldt|glrt|npm|hf|r8|gsk|whsec|shp[a-z]{2}|dop_v1|doo_v1|figd|sntrys|dckr_pat|pypi|hvs|tskey|nvapi|ATATT|PMAK|rubygems|lin_api|xai|pplx)[-_.](?=[a-z_-]{0,40}\d)[\w-]{8,}/gi,
  /xox[a-z][-.][\w-]{6,}|xapp-[\w-]{8,}/gi,
  /(?<![a-z0-9])(?:AKIA|ASIA|AROA|AIDA|AGPA)(?=[A-Z]{0,12}\d)[A-Z0-9]{12,}/gi,
  /AIza[\w-]{10,}|ya29\.[\w-]{6,}|GOCSPX-[\w-]{6,}|(?<!\w)1\/\/0[\w-]{10,}/gi,
  /(?<!\w)SG\.[\w-]{8,}(?:\.[\w-]+)?/g,
  /eyJ[\w-]{5,}={0,2}(?:\.[\w=-]*){0,4}/g,
];

const IDS: readonly RegExp[] = [
  /(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])/gi,
  /(?<![a-z])(?:org|organization|user|acct|account|cus|team|workspace|wrkspc|sess|session|proj|req|msg)[-_](?=[a-z]{0,40}\d)[a-z0-9]{10,}/gi,
  // The address of a network card.
  /(?<![0-9a-f:-])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![0-9a-f:-])/gi,
];

/** Finds the tokens and ids of known makers, JSON Web Tokens, private keys, and what follows `Bearer` and `Basic`. */
export const knownTokens: Detector = (text) => [
  ...TOKENS.flatMap((pattern) => spansOf(text, pattern, '[secret]')),
  ...IDS.flatMap((pattern) => spansOf(text, pattern, '[id]')),
  ...privateKeys(text),
  ...schemes(text),
];

const KEY_BEGIN = /-{4,5} ?BEGIN [A-Z0-9 ]{0,40}-{4,5}/gi;
const KEY_END = /-{4,5} ?END [A-Z0-9 ]{0,40}-{4,5}/gi;

function privateKeys(text: string): readonly Span[] {
  const ends = [...text.matchAll(KEY_END)].map((match) => match.index + match[0].length);
  return [...text.matchAll(KEY_BEGIN)].map(({ index }) => ({
    start: index,
    // One that is cut off reaches to the end.
    end: ends.find((end) => end > index) ?? text.length,
    mark: '[secret]',
  }));
}

const SCHEME = /(?<![a-z])(bearer|basic|digest|apikey)[\s:=]{1,3}["']?([\w+/=.~:$!*-]{4,})/gi;
// What people write after these words.
const ORDINARY =
  /^(?:tokens?|auth\w*|authentication|credentials?|schemes?|headers?|realm|keys?|required|missing|invalid|expired|health\w*|access|of|and|or|is|was|not|for)\b/i;

function schemes(text: string): readonly Span[] {
  return [...text.matchAll(SCHEME)]
    .filter(([, scheme = '', value = '']) => isCredential(scheme.toLowerCase(), value))
    .map(({ index, 0: whole, 2: value = '' }) => ({
      start: index + whole.length - value.length,
      end: index + whole.length,
      mark: '[secret]',
    }));
}

function isCredential(scheme: string, value: string): boolean {
  if (ORDINARY.test(value)) return false;
  if (scheme !== 'basic') return true;
  // "Basic" is also a word: what follows must be base64 of "user:password", or look drawn by lot.
  return readable(fromBase64(value.replace(/=+$/, '')))?.includes(':') === true || isRandom(value);
}
