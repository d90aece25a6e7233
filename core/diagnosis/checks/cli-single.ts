import type { CliSeen } from '../../sight/local-sight.ts';
import { pass, skip, warn, type Check } from '../check.ts';
import { onlyHere } from '../only-here.ts';
import { fileOf } from '../same-cli.ts';

const MAX_NAMES = 5;

/** Whether several Claude CLIs are installed. Several links to one file are one CLI. */
export const cliSingle: Check<'target' | 'cli'> = onlyHere({
  id: 'cli-single',
  group: 'cli',
  needs: ['cli'],
  judge: ({ cli: { candidates } }) => {
    const programs = candidates.filter(({ state }) => state === 'program');
    const isFirst = (program: CliSeen, i: number): boolean =>
      programs.findIndex((other) => fileOf(other) === fileOf(program)) === i;
    const names = programs.filter(isFirst).map(({ path }) => path);
    const [path] = names;
    if (path === undefined) return skip('no-cli');
    const count = names.length;
    return count === 1 ? pass({ path }) : warn('several-clis', { count, names: names.slice(0, MAX_NAMES) });
  },
});
