import { spawnSync } from 'node:child_process';

/** What a program that ran to its end left behind. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Whether Prometheus and promtool are installed; if not, what needs them is skipped, and the closing line counts it. */
export const HAS_PROMETHEUS = ['prometheus', 'promtool'].every(
  (program) => spawnSync(program, ['--version']).error === undefined,
);

/** Runs promtool to its end; `input` is what it reads from its standard input. */
export function promtool(args: readonly string[], input = ''): Ended {
  const { status, stdout, stderr } = spawnSync('promtool', args, { input, encoding: 'utf8', timeout: 20_000 });
  return { code: status, stdout, stderr };
}
