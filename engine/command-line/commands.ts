import type { Command } from './command.ts';
import { exportFiles } from './commands/export.ts';
import { mcp } from './commands/mcp.ts';
import { status } from './commands/status.ts';

/** Every command, in the order in which the help shows them. */
export const COMMANDS: readonly Command[] = [status, exportFiles, mcp];
