import type { Command, Option } from './command.ts';

export const EXIT_CODES = [
  'Exit codes: 0 healthy, 1 degraded, 2 down, 3 unknown, 64 used wrongly, 69 could not be done; 128 and the number of the',
  'signal that ended it, such as 130 for Ctrl-C.',
];

/** What there is, a line for each command. */
export function overview(commands: readonly Command[]): readonly string[] {
  return [
    'pilot-light tells whether a local Claude proxy works, why not, and what to do.',
    '',
    'Usage: pilot-light COMMAND [OPTION]...',
    '',
    ...columns(commands.map(({ name, summary }) => [name, summary])),
    '',
    ...columns([
      ['-h, --help', 'What a command can do: pilot-light COMMAND --help'],
      ['-V, --version', 'The version of this program'],
    ]),
    '',
    ...EXIT_CODES,
    'Colours are for terminals only; NO_COLOR=1 switches them off.',
  ];
}

/** All about one command. */
export function commandHelp(command: Command): readonly string[] {
  const { summary, details, options, examples } = command;
  return [
    `Usage: ${usageOf(command)}`,
    '',
    summary,
    ...details.flatMap((paragraph) => ['', ...wrapped(paragraph)]),
    '',
    'Options:',
    ...columns([
      ...Object.entries(options).map(([name, option]): [string, string] => [optionUsage(name, option), told(option)]),
      ['-h, --help', 'This help'],
    ]),
    '',
    'Examples:',
    ...examples.flatMap(({ line, says }) => [`  ${line}`, `      ${says}`]),
  ];
}

/** How a command is written. */
export function usageOf({ name, operands, options }: Command): string {
  return ['pilot-light', name, operands?.usage, Object.keys(options).length > 0 && '[OPTION]...']
    .filter((part) => typeof part === 'string')
    .join(' ');
}

/** An option as it is written. */
export function optionUsage(name: string, { value }: Option): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

/** What an option does, with the values that it takes. */
export function told({ summary, choices }: Option): string {
  return choices === undefined ? summary : `${summary}: ${choices.join(', ')}`;
}

const WIDTH = 100;

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.flatMap(([left, right]) =>
    wrapped(right, WIDTH - width - 4).map((line, i) => `  ${(i === 0 ? left : '').padEnd(width)}  ${line}`),
  );
}

function wrapped(text: string, width: number = WIDTH): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
