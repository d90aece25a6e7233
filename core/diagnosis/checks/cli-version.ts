import { FIRST_WITH_AUTH } from '../../advice/circumstances.ts';
import { compareVersions, isVersion } from '../../sight/program-version.ts';
import { pass, skip, warn, type Check } from '../check.ts';
import { onlyHere } from '../only-here.ts';

/** Whether the CLI is new enough to tell of its sign-in. What it says itself counts more than what its file is called. */
export const cliVersion: Check<'target' | 'cli' | 'run'> = onlyHere({
  id: 'cli-version',
  group: 'cli',
  needs: ['cli', 'run'],
  judge: ({ cli, run }) => {
    const version = run.kind === 'version' ? run.version : cli.chosen?.version;
    if (version === undefined || !isVersion(version)) return skip('cli-does-not-run');
    return compareVersions(version, FIRST_WITH_AUTH) < 0 ? warn('cli-too-old', { version }) : pass({ version });
  },
});
