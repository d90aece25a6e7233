import { fail, pass, type Check } from '../check.ts';
import { namedCli, namedInVain } from '../named-cli.ts';
import { onlyHere } from '../only-here.ts';

const MAX_PATHS = 24;

/** Whether there is a Claude CLI on this computer, or something in its place. */
export const cliFound: Check<'target' | 'cli'> = onlyHere({
  id: 'cli-found',
  group: 'cli',
  needs: ['cli'],
  judge: ({ cli }) => {
    const inVain = namedInVain(cli);
    if (inVain !== undefined) return fail('cli-not-found', { path: inVain.path });
    const found = cli.chosen ?? namedCli(cli) ?? cli.candidates[0];
    if (found !== undefined) return pass({ path: found.path });
    return fail('cli-not-found', { searchedPaths: cli.searched.slice(0, MAX_PATHS) });
  },
});
