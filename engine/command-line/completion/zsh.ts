import type { Command, Option } from '../command.ts';

/** A function for zsh that completes commands and options, with what they are for. */
export function zshCompletion(commands: readonly Command[]): readonly string[] {
  return [
    '#compdef pilot-light',
    '_pilot_light() {',
    '  local -a commands',
    '  commands=(',
    ...commands.map(({ name, summary }) => `    ${quoted(`${name}:${escaped(summary)}`)}`),
    '  )',
    '  if (( CURRENT == 2 )); then',
    "    _describe -t commands 'command' commands",
    '    return',
    '  fi',
    '  local command=$words[2]',
    '  shift words',
    '  (( CURRENT-- ))',
    '  case $command in',
    ...commands.map((command) => `    ${command.name}) _arguments ${argumentsOf(command).map(quoted).join(' ')} ;;`),
    '  esac',
    '}',
    // Loaded from fpath it is the function itself; sourced, it must be made known.
    'if [ "$funcstack[1]" = "_pilot_light" ]; then _pilot_light "$@"; else compdef _pilot_light pilot-light; fi',
  ];
}

function argumentsOf({ operands, options }: Command): readonly string[] {
  const first = operands?.first === undefined ? [] : [`1: :(${operands.first.join(' ')})`];
  return [...first, ...Object.entries(options).map(([name, option]) => optionOf(name, option)), '--help[This help]'];
}

function optionOf(name: string, { value, choices, many, summary }: Option): string {
  const what = `${many === true ? '*' : ''}--${name}${value === undefined ? '' : '='}[${escaped(summary)}]`;
  if (value === undefined) return what;
  return `${what}:${value}:${choices === undefined ? '' : `(${choices.join(' ')})`}`;
}

function escaped(text: string): string {
  return text.replace(/[\\:[\]]/g, '\\$&');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
