import type { Command } from './command.ts';
import { EXIT_CODES, optionUsage, told, usageOf } from './help.ts';

/** The manual page, for the macros of man(7). */
export function manual(commands: readonly Command[], version: string): readonly string[] {
  return [
    `.TH PILOT-LIGHT 1 "" "Pilot Light ${escaped(version)}" "User Commands"`,
    '.SH NAME',
    'pilot-light \\- tells whether a local Claude proxy works, why not, and what to do',
    '.SH SYNOPSIS',
    '.B pilot-light',
    '\\fICOMMAND\\fR [\\fIOPTION\\fR]...',
    '.SH COMMANDS',
    ...commands.flatMap(commandLines),
    '.SH EXIT STATUS',
    textLine(EXIT_CODES.join(' ')),
    '.SH ENVIRONMENT',
    '.TP',
    '.B NO_COLOR',
    'Set, and not empty: no colours.',
    '.SH EXAMPLES',
    ...commands.flatMap(({ examples }) =>
      examples.flatMap(({ line, says }) => ['.TP', `.B ${escaped(line)}`, textLine(says)]),
    ),
  ];
}

function commandLines(command: Command): readonly string[] {
  const { summary, details, options } = command;
  return [
    '.TP',
    `.B ${escaped(usageOf(command))}`,
    textLine(`${summary}.`),
    ...details.flatMap((paragraph) => ['.IP', textLine(paragraph)]),
    ...(Object.keys(options).length === 0 ? [] : ['.RS']),
    ...Object.entries(options).flatMap(([name, option]) => [
      '.TP',
      `.B ${escaped(optionUsage(name, option))}`,
      textLine(`${told(option)}.`),
    ]),
    ...(Object.keys(options).length === 0 ? [] : ['.RE']),
  ];
}

// A line that begins with a dot or an apostrophe would be an order to roff.
function textLine(text: string): string {
  return escaped(text).replace(/^[.']/, '\\&$&');
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replaceAll("'", '\\(aq').replaceAll('"', '\\(dq');
}
