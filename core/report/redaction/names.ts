import { folded } from './view.ts';
import { spansOf, type Detector, type Mark } from './span.ts';

// Names that many computers have: they tell of nobody, and hiding them would hide half of a report.
const EVERYBODY =
  /^(?:root|users?|admin|administrator|node|nodejs|python|claude|proxy|anthropic|home|ubuntu|debian|fedora|arch|pi|runner|guest|test|tester|dev|docker|vagrant|ec2-user|nobody|default|localhost|local|host|server|desktop|laptop|computer|macbook|linux|windows|mac|npm|pilot|light|secret|organisation|e-mail|mail|api|port|health|status|error|null|undefined|none)$/i;
const MIN_LENGTH = 3;

/** Finds a home folder: its path, and the name that the CLI gives to a folder of its own for it. */
export function homeFolder(home: string): Detector {
  const patterns = [homePattern(home), projectPattern(home)].filter((pattern) => pattern !== undefined);
  return (text) => patterns.flatMap((pattern) => spansOf(text, pattern, '~'));
}

/** Finds a name as a whole word, however its parts are joined; nothing where everybody has such a name. */
export function wholeName(name: string, mark: Mark): Detector {
  const pattern = namePattern(name);
  return (text) => (pattern === undefined ? [] : spansOf(text, pattern, mark));
}

/** The last part of a path: of a home folder, its owner's name. */
export function lastPart(path: string): string {
  return partsOf(path).at(-1) ?? '';
}

const partsOf = (path: string): readonly string[] =>
  read(path)
    .split(/[\\/]+/)
    .filter((part) => part !== '');
const read = (word: string): string => Array.from(word.slice(0, 256), folded).join('').trim();
const literally = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);

function homePattern(home: string): RegExp | undefined {
  const parts = partsOf(home).map(literally);
  if (parts.join('').length < MIN_LENGTH) return undefined;
  const start = /^[\\/]/.test(home) ? String.raw`[\\/]{1,4}` : '';
  return new RegExp(`(?<![A-Za-z0-9])${start}${parts.join(String.raw`[\\/]{1,4}`)}(?![\\w-])`, 'gi');
}

// The CLI names its folder of a project after the project's path: "-home-jane-work".
function projectPattern(home: string): RegExp | undefined {
  const parts = partsOf(home);
  if (parts.length < 2) return undefined;
  const name = parts.map((part) => literally(part.replace(/[^A-Za-z0-9]/g, '-'))).join('-{1,2}');
  return new RegExp(`(?<![A-Za-z0-9])-?${name}(?![A-Za-z0-9])`, 'gi');
}

// "jane.doe" is also "Jane Doe" and "janedoe". Of a short name the same would hide "is a", if somebody is called Isa.
const MIN_APART = 6;

function namePattern(name: string): RegExp | undefined {
  const parts = read(name)
    .split(/[\s._-]+/)
    .filter((part) => part !== '');
  const letters = parts.join('');
  if (letters.length < MIN_LENGTH || EVERYBODY.test(parts.join('-')) || EVERYBODY.test(letters)) return undefined;
  const units = letters.length < MIN_APART ? parts : Array.from(letters);
  const pattern = units.map(literally).join(String.raw`[\s._'"-]{0,2}`);
  return new RegExp(String.raw`(?<!\p{L})${pattern}(?!\p{L})`, 'giu');
}
