import { bashCompletion } from './completion/bash.ts';
import { fishCompletion } from './completion/fish.ts';
import { zshCompletion } from './completion/zsh.ts';
import type { Command } from './command.ts';
import { UsageError, type Given } from './given.ts';
import type { Session } from './session.ts';

const SHELLS: Readonly<Record<string, (commands: readonly Command[]) => readonly string[]>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

/** Prints what completes the commands in one of the shells. */
export function runCompletion(
  { operands: [name = ''] }: Given,
  { terminal }: Session,
  commands: readonly Command[],
): number {
  const lines = Object.hasOwn(SHELLS, name) ? SHELLS[name]?.(commands) : undefined;
  if (lines === undefined) throw new UsageError(`There is no completion for "${name}": bash, zsh or fish.`);
  for (const line of lines) terminal.print(line);
  return 0;
}
