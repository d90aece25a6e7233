import { parseArgs } from 'node:util';
import type { Command } from './command.ts';
import { UsageError, type Given } from './given.ts';

/** What a command line asks for. */
export type Asked =
  | { readonly kind: 'version' }
  /** Without a command: what there is. */
  | { readonly kind: 'help'; readonly command?: Command }
  | { readonly kind: 'run'; readonly command: Command; readonly given: Given };

const HELP = new Set(['-h', '--help']);

/** Reads the arguments after the program's name. Throws `UsageError`. */
export function readArguments(args: readonly string[], commands: readonly Command[]): Asked {
  const [first, ...rest] = args;
  if (first === undefined) throw new UsageError('Which command?');
  if (HELP.has(first)) return { kind: 'help' };
  if (first === '-V' || first === '--version') return { kind: 'version' };
  if (first === 'help')
    return rest[0] === undefined ? { kind: 'help' } : { kind: 'help', command: find(rest[0], commands) };
  const command = find(first, commands);
  // Whoever asks for help is not held to the rest.
  if (rest.some((arg) => HELP.has(arg))) return { kind: 'help', command };
  return { kind: 'run', command, given: read(rest, command) };
}

function find(name: string, commands: readonly Command[]): Command {
  const command = commands.find((each) => each.name === name);
  if (command !== undefined) return command;
  throw new UsageError(`There is no command "${name}".`);
}

function read(args: readonly string[], command: Command): Given {
  const { values, operands } = parse(args, command);
  for (const [name, { choices }] of Object.entries(command.options)) {
    const value = values.get(name);
    if (choices !== undefined && typeof value === 'string' && !choices.includes(value))
      throw new UsageError(`--${name} takes one of: ${choices.join(', ')}.`);
  }
  const { least = 0, most = 0, usage = '' } = command.operands ?? {};
  if (operands.length < least) throw new UsageError(`"${command.name}" needs ${usage}.`);
  if (operands.length > most) throw new UsageError(`"${command.name}" takes no "${operands[most] ?? ''}".`);
  return {
    operands,
    has: (flag) => values.get(flag) === true,
    value: (option) => {
      const value = values.get(option);
      return typeof value === 'string' ? value : undefined;
    },
    values: (option) => {
      const all = values.get(option);
      return Array.isArray(all) ? all.map(String) : [];
    },
  };
}

interface Parsed {
  readonly values: ReadonlyMap<string, unknown>;
  readonly operands: readonly string[];
}

function parse(args: readonly string[], { options }: Command): Parsed {
  const known = Object.entries(options).map(
    ([name, { value, many = false }]) =>
      [name, { type: value === undefined ? 'boolean' : 'string', multiple: many }] as const,
  );
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: Object.fromEntries(known),
      allowPositionals: true,
    });
    return { values: new Map(Object.entries(values)), operands: positionals };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // The first sentence says it; the second tells how to write what nobody here means.
    throw new UsageError(error.message.split('. ', 1)[0]?.replace(/\.?$/, '.'));
  }
}
