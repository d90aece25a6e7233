/** How a tool ended, and what it printed. */
export interface ToolOutput {
  readonly code: number;
  readonly stdout: string;
}

/**
 * Runs a tool of the system by its absolute path, without a shell, bounded in time and output. `undefined`: it could not
 * be started, or did not end by itself.
 */
export type RunTool = (program: string, args: readonly string[]) => Promise<ToolOutput | undefined>;
