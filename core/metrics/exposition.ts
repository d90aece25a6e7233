import { lineReader, type Sample } from './sample-line.ts';

/** What a page says a family of metrics is; `unknown` also where it says nothing that we know. */
export type MetricType = 'counter' | 'gauge' | 'histogram' | 'summary' | 'unknown';

/** What was read of a page of metrics. */
export interface Exposition {
  readonly samples: readonly Sample[];
  /** By the names of families, as declared. */
  readonly types: ReadonlyMap<string, MetricType>;
  readonly units: ReadonlyMap<string, string>;
  /** Lines that are neither samples nor comments; they were passed over. */
  readonly malformed: number;
  /** False when the page has more than is read. */
  readonly whole: boolean;
}

/** The most samples, and the most declarations, that are read of one page. */
const MAX_SAMPLES = 20_000;
const MAX_DECLARED = 5_000;

const TYPES: ReadonlySet<string> = new Set<MetricType>(['counter', 'gauge', 'histogram', 'summary']);
const DECLARATION = /^#[ \t]+(TYPE|UNIT)[ \t]+(?:"([^"\\]{1,200})"|([\w:]{1,200}))[ \t]+(\w{1,30})[ \t\r]*$/;
const END = /^#[ \t]+EOF[ \t\r]*$/;
const BLANK = /^[ \t\r]*$/;
const HASH = 0x23;

/**
 * Reads a page in Prometheus text 0.0.4 or 1.0.0, or OpenMetrics 1.0; they differ little enough to need no telling apart.
 * Never throws: what is malformed is counted and passed over, a last line needs no end, and after `# EOF` nothing is
 * read. `wants` chooses by the names of samples (`x_bucket`, not `x`); what nobody wants costs next to nothing.
 */
export function readExposition(page: string, wants: (name: string) => boolean): Exposition {
  const samples: Sample[] = [];
  const declared = { types: new Map<string, MetricType>(), units: new Map<string, string>() };
  const readLine = lineReader(page, remembering(wants));
  let malformed = 0;
  let whole = true;

  for (let start = 0; start < page.length && whole;) {
    const newline = page.indexOf('\n', start);
    const end = newline === -1 ? page.length : newline;
    if (page.charCodeAt(start) === HASH) {
      const comment = page.slice(start, end);
      if (END.test(comment)) break;
      whole = declare(comment, declared);
    } else {
      const sample = readLine(start, end);
      if (sample === 'malformed') malformed += BLANK.test(page.slice(start, end)) ? 0 : 1;
      else if (samples.length === MAX_SAMPLES) whole = sample === undefined;
      else if (sample !== undefined) samples.push(sample);
    }
    start = end + 1;
  }
  return { ...declared, samples, malformed, whole };
}

interface Declared {
  readonly types: Map<string, MetricType>;
  readonly units: Map<string, string>;
}

// Whether there was still room. A family is declared once; a second word on it is not believed.
function declare(comment: string, { types, units }: Declared): boolean {
  const [, keyword, quoted, bare, word = ''] = DECLARATION.exec(comment) ?? [];
  const name = quoted ?? bare;
  if (name === undefined) return true;
  if (keyword === 'UNIT' && !units.has(name)) units.set(name, word);
  if (keyword === 'TYPE' && !types.has(name)) types.set(name, isType(word) ? word : 'unknown');
  return types.size <= MAX_DECLARED && units.size <= MAX_DECLARED;
}

function isType(word: string): word is MetricType {
  return TYPES.has(word);
}

// Samples of one name follow each other.
function remembering(wants: (name: string) => boolean): (name: string) => boolean {
  let last = '';
  let wanted = wants(last);
  return (name) => {
    if (name !== last) {
      last = name;
      wanted = wants(name);
    }
    return wanted;
  };
}
