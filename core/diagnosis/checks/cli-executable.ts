import { fail, pass, skip, type Check } from '../check.ts';
import { namedCli, namedInVain } from '../named-cli.ts';
import { onlyHere } from '../only-here.ts';

/** Whether what was found is a program that can be started safely. */
export const cliExecutable: Check<'target' | 'cli'> = onlyHere({
  id: 'cli-executable',
  group: 'cli',
  needs: ['cli'],
  judge: ({ cli }) => {
    if (cli.chosen !== undefined) return pass({ path: cli.chosen.realPath ?? cli.chosen.path });
    const obstacle = namedCli(cli) ?? cli.candidates[0];
    if (obstacle === undefined || namedInVain(cli) !== undefined) return skip('no-cli');
    const { path, state } = obstacle;
    // The proxy may well start it: that is a danger, not the reason why requests fail.
    if (state === 'unsafe-folder') return fail('cli-unsafe', { path }, 'degraded');
    return fail('cli-unusable', { path, code: state });
  },
});
