import { pass, skip, warn, type Check } from '../check.ts';
import { onlyHere } from '../only-here.ts';

/** Whether programs of the desktop find the CLI as a shell does. */
export const searchPath: Check<'target' | 'cli'> = onlyHere({
  id: 'search-path',
  group: 'cli',
  needs: ['cli'],
  judge: ({ cli: { chosen, candidates } }) => {
    if (chosen === undefined) return skip('no-cli');
    const { path, source } = chosen;
    const isOnPath = candidates.some((candidate) => candidate.source === 'path' && candidate.state === 'program');
    return source === 'shell-path' && !isOnPath ? warn('paths-differ', { path }) : pass({ path, code: source });
  },
});
