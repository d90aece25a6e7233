// The pairs of letters that are most frequent in the words of the documentation of a few hundred npm packages (counted once
// for each word, by the logarithm of how often it is used): they make up 85 % of words, and 24 % of random letters.
const FREQUENT: ReadonlySet<string> = new Set(
  [
    'ab ac ad ag ai al am an ap ar as at au ba be bl bo bu ca ce ch ci ck cl co cr ct cu da de di do ds',
    'ea ec ed ee ef el em en ep er es et ev ex fa fe fi fo ge gi gr ha he hi ho ia ic id ie if ig il im',
    'in io ip ir is it iv ke la ld le li ll lo ls lu ly ma me mi mo mp na nc nd ne ng ni no ns nt ob oc',
    'od ol om on oo op or os ot ou ov ow pa pe pi pl po pp pr pt qu ra rc rd re ri rm ro rr rs rt ry sa',
    'sc se sh si so sp ss st su sy ta tc te th ti to tr ts tt tu ty ue ul um un up ur us ut va ve vi yp',
  ]
    .join(' ')
    .split(' '),
);

const WORDLIKE = 0.5;
const MIN_HUMP = 3;
const MAX_DIGITS = 19;
// "xxxxxxxxxxxxxxxx" stands for a key, and is none.
const MIN_LONG = 16;
const MIN_DISTINCT = 6;

/** Whether letters and digits look drawn by lot, as keys are, rather than written, as words and numbers are. */
export function isRandom(segment: string): boolean {
  const parts = segment.match(/\d+|[A-Za-z]+/g) ?? [];
  if (/^\d+$/.test(segment)) return segment.length > MAX_DIGITS;
  if (segment.length >= MIN_LONG && new Set(segment.toLowerCase()).size < MIN_DISTINCT) return false;
  const words = parts.filter((part) => !/^\d/.test(part)).map(pairsOf);
  const good = words.reduce((sum, pairs) => sum + pairs.good, 0);
  // Each step between letters and digits is one that words do not take.
  const all = words.reduce((sum, pairs) => sum + pairs.all, parts.length - 1);
  return all > 0 && good / all < WORDLIKE;
}

interface Pairs {
  readonly good: number;
  readonly all: number;
}

function pairsOf(letters: string): Pairs {
  const humps = letters.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [];
  const inside = humps.flatMap((hump) => Array.from({ length: hump.length - 1 }, (_, i) => hump.slice(i, i + 2)));
  const good = inside.filter((pair) => FREQUENT.has(pair.toLowerCase())).length;
  // A change of case is what words do, if there are words on both sides.
  const torn = humps.length === 1 ? 0 : humps.filter(({ length }) => length < MIN_HUMP).length;
  return { good, all: inside.length + torn };
}
