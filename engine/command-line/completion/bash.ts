import type { Command } from '../command.ts';
import { choicesOf, wordsAfter } from './words.ts';

/** A script for bash that completes commands, their options, and the values that can be chosen. */
export function bashCompletion(commands: readonly Command[]): readonly string[] {
  return [
    '_pilot_light() {',
    '  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" words=""',
    '  if [ "$COMP_CWORD" -eq 1 ]; then',
    `    words="${commands.map(({ name }) => name).join(' ')} --help --version"`,
    '  else',
    '    case "${COMP_WORDS[1]} $before" in',
    ...commands.flatMap((command) =>
      choicesOf(command).map(
        ([option, choices]) => `      "${command.name} --${option}") words="${choices.join(' ')}" ;;`,
      ),
    ),
    '      *)',
    '        case "${COMP_WORDS[1]}" in',
    ...commands.map((command) => `          ${command.name}) words="${wordsAfter(command).join(' ')}" ;;`),
    '        esac',
    '    esac',
    '  fi',
    '  COMPREPLY=($(compgen -W "$words" -- "$word"))',
    '}',
    'complete -o default -F _pilot_light pilot-light',
  ];
}
