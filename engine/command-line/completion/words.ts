import type { Command } from '../command.ts';

/** All that may stand behind a command: its first words and its options. */
export function wordsAfter({ operands, options }: Command): readonly string[] {
  return [...(operands?.first ?? []), ...Object.keys(options).map((name) => `--${name}`), '--help'];
}

/** The options of a command whose values can be chosen, with these values. */
export function choicesOf({ options }: Command): readonly (readonly [option: string, choices: readonly string[]])[] {
  return Object.entries(options).flatMap(([name, { choices }]) =>
    choices === undefined ? [] : [[name, choices] as const],
  );
}
