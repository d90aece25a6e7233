import { spawnSync } from 'node:child_process';

/** What a program that ran to its end left behind. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const PROGRAMS = [
  'prometheus',
  'promtool',
  'amtool',
  'prometheus-alertmanager',
  'prometheus-blackbox-exporter',
] as const;

export type Program = (typeof PROGRAMS)[number];

// What we export needs `keep_firing_for`.
const OLDEST = [2, 42] as const;

/**
 * Whether Prometheus and its company are here, and young enough; if not, what needs them is skipped, and the closing line
 * counts it.
 */
export const HAS_PROMETHEUS =
  PROGRAMS.every((program) => spawnSync(program, ['--version']).error === undefined) && isYoungEnough();

function isYoungEnough(): boolean {
  const { stdout, stderr } = spawnSync('promtool', ['--version'], { encoding: 'utf8' });
  const [, major = 0, minor = 0] = /version (\d+)\.(\d+)/.exec(`${stdout}${stderr}`) ?? [];
  const [oldMajor, oldMinor] = OLDEST;
  return Number(major) > oldMajor || (Number(major) === oldMajor && Number(minor) >= oldMinor);
}

/** Runs a program to its end; `input` is what it reads from its standard input. */
export function ran(program: Program, args: readonly string[], input = ''): Ended {
  const { status, stdout, stderr } = spawnSync(program, args, { input, encoding: 'utf8', timeout: 20_000 });
  return { code: status, stdout, stderr };
}

/** Runs promtool to its end; `input` is what it reads from its standard input. */
export function promtool(args: readonly string[], input = ''): Ended {
  return ran('promtool', args, input);
}
