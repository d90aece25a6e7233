import { utf8 } from './bytes.ts';
import { folded, viewBuilder, type View } from './view.ts';

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  commat: '@',
  period: '.',
  sol: '/',
  bsol: '\\',
  colon: ':',
  equals: '=',
  lowbar: '_',
  hyphen: '-',
  dash: '-',
  plus: '+',
  percnt: '%',
  num: '#',
  tab: ' ',
  newline: '\n',
  zwnj: '',
  shy: '',
};

const CONTROL: Readonly<Record<string, string>> = { n: '\n', r: '\n', t: ' ', b: '', f: '' };

// Percent, JSON and C, octal, HTML by number and by name, "U+0073", and quoted-printable with its soft line ends.
const ESCAPE = new RegExp(
  [
    String.raw`(?<percent>(?:%[89A-F][0-9A-F])+|%[0-7][0-9A-F])`,
    String.raw`\\(?:u|x)\{0{0,5}(?<braced>[0-9A-F]{1,6})\}|\\u(?<unit>[0-9A-F]{4})|\\x(?<byte>[0-9A-F]{2})`,
    String.raw`\\(?<octal>[01][0-7]{2})|\\(?<control>[nrtbf])|\\(?<kept>["'\\/])`,
    String.raw`&#x0{0,6}(?<hex>[0-9A-F]{1,6});?|&#0{0,6}(?<decimal>\d{1,7});?|&(?<name>[A-Z]{2,8});`,
    String.raw`U\+(?<point>[0-9A-F]{4,6}) ?`,
    String.raw`(?<soft>=[ \t]{0,8}\n|(?<=\w)= (?=\w))|(?<quoted>(?:=[89A-F][0-9A-F])+|=[2-7][0-9A-F])`,
  ].join('|'),
  'gi',
);

/** The view with one layer of escapes read; the same view where there is none. */
export function unescaped(view: View): View {
  const { text, from, to } = view;
  const builder = viewBuilder();
  let at = 0;
  const copy = (until: number): void => {
    for (; at < until; at += 1) builder.add(text.charAt(at), from[at] ?? 0, to[at] ?? 0);
  };
  for (const match of text.matchAll(ESCAPE)) {
    const end = match.index + match[0].length;
    const read = meaning(match.groups ?? {});
    copy(match.index);
    for (const character of read ?? match[0]) builder.add(folded(character), from[match.index] ?? 0, to[end - 1] ?? 0);
    at = end;
  }
  if (at === 0) return view;
  copy(text.length);
  return builder.view();
}

type Groups = Readonly<Record<string, string | undefined>>;

/** What an escape stands for; nothing where it only looks like one. */
function meaning({ percent, quoted, octal, control, kept, soft, ...numbers }: Groups): string | undefined {
  const bytes = percent ?? quoted;
  if (bytes !== undefined)
    return utf8(
      bytes
        .slice(1)
        .split(/[%=]/)
        .map((byte) => Number.parseInt(byte, 16)),
    );
  if (octal !== undefined) return lettered(Number.parseInt(octal, 8));
  if (control !== undefined) return CONTROL[control.toLowerCase()] ?? '';
  if (soft !== undefined) return '';
  return kept ?? ofNumber(numbers);
}

function ofNumber({ braced, unit, byte, hex, point, decimal, name }: Groups): string | undefined {
  if (decimal !== undefined) return lettered(Number(decimal));
  if (name !== undefined) return Object.hasOwn(NAMED, name.toLowerCase()) ? NAMED[name.toLowerCase()] : undefined;
  const digits = braced ?? unit ?? byte ?? hex ?? point;
  return digits === undefined ? undefined : lettered(Number.parseInt(digits, 16));
}

function lettered(point: number): string | undefined {
  return point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}
