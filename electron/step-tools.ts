import { clipboard, shell } from 'electron';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { TerminalCommand } from '../core/advice/commands.ts';
import type { Platform } from '../core/platform.ts';
import type { Clock } from '../engine/clock.ts';
import type { Monitor } from '../engine/monitor.ts';
import type { Survey } from '../engine/survey.ts';
import { openTerminal } from '../engine/terminal/open-terminal.ts';
import type { Log } from './log.ts';
import type { StepTools } from './use-step.ts';

export interface StepToolsOptions {
  readonly monitor: Monitor;
  readonly survey: Pick<Survey, 'program'> | undefined;
  readonly platform: Platform;
  readonly clock: Clock;
  /** Our own folder, in which scripts for the terminal are written. */
  readonly folder: string;
  readonly log: Log;
}

/** The desktop's own means for the steps of a remedy. */
export function stepTools(options: StepToolsOptions): StepTools {
  return {
    monitor: options.monitor,
    copy: (text) => clipboard.writeText(text),
    openPage: (url) => shell.openExternal(url),
    openTerminal: (command) => open(command, options),
  };
}

async function open(
  command: TerminalCommand,
  { survey, platform, clock, folder, log }: StepToolsOptions,
): Promise<boolean> {
  const program = await survey?.program();
  if (program === undefined) {
    log('No terminal was opened: no Claude CLI is found that could be started in it');
    return false;
  }
  const configFolder = process.env['CLAUDE_CONFIG_DIR'];
  const isMoved = configFolder !== undefined && configFolder !== '';
  const outcome = await openTerminal(
    { command, program, ...(isMoved && { configFolder }) },
    { platform, env: process.env, home: homedir(), folder: join(folder, 'terminal'), clock },
  );
  if (outcome.kind !== 'opened') log('No terminal was opened', 'code' in outcome ? outcome.code : outcome.kind);
  return outcome.kind === 'opened';
}
