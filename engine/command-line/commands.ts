import type { Command } from './command.ts';
import { completion } from './commands/completion.ts';
import { config } from './commands/config.ts';
import { doctor } from './commands/doctor.ts';
import { exportFiles } from './commands/export.ts';
import { history } from './commands/history.ts';
import { incidents } from './commands/incidents.ts';
import { man } from './commands/man.ts';
import { mcp } from './commands/mcp.ts';
import { replay } from './commands/replay.ts';
import { report } from './commands/report.ts';
import { simulate } from './commands/simulate.ts';
import { status } from './commands/status.ts';
import { wait } from './commands/wait.ts';
import { watch } from './commands/watch.ts';

/** Every command, in the order in which the help shows them. */
export const COMMANDS: readonly Command[] = [
  status,
  watch,
  wait,
  doctor,
  history,
  incidents,
  report,
  replay,
  config,
  exportFiles,
  mcp,
  simulate,
  completion,
  man,
];
