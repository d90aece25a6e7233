import type { Command } from './command.ts';
import { status } from './commands/status.ts';

/** Every command, in the order in which the help shows them. */
export const COMMANDS: readonly Command[] = [status];
