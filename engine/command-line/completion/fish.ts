import type { Command, Option } from '../command.ts';

/** A script for fish that completes commands and options, with what they are for. */
export function fishCompletion(commands: readonly Command[]): readonly string[] {
  return [
    'complete -c pilot-light -f',
    'complete -c pilot-light -n __fish_use_subcommand -l help -d "What there is"',
    'complete -c pilot-light -n __fish_use_subcommand -l version -d "The version of this program"',
    ...commands.flatMap((command) => [
      `complete -c pilot-light -n __fish_use_subcommand -a ${command.name} -d ${quoted(command.summary)}`,
      ...(command.operands?.first ?? []).map((word) => `${within(command)} -a ${word}`),
      ...Object.entries(command.options).map(([name, option]) => `${within(command)} ${optionOf(name, option)}`),
    ]),
  ];
}

function within({ name }: Command): string {
  return `complete -c pilot-light -n "__fish_seen_subcommand_from ${name}"`;
}

function optionOf(name: string, { value, choices, summary }: Option): string {
  const values = choices === undefined ? '' : ` -a ${quoted(choices.join(' '))}`;
  return `-l ${name}${value === undefined ? '' : ' -x'}${values} -d ${quoted(summary)}`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
