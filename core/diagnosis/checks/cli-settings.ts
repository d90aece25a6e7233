import { fail, pass, type Check } from '../check.ts';
import { onlyHere } from '../only-here.ts';

/** Whether the CLI can read its own settings: with a damaged file it ends at once, or forgets its account. */
export const cliSettings: Check<'target' | 'cliSettings'> = onlyHere({
  id: 'cli-settings',
  group: 'cli',
  needs: ['cliSettings'],
  judge: ({ cliSettings: state }) => {
    if (state === 'ok' || state === 'absent') return pass({ code: state });
    return fail('cli-settings-damaged', { code: state }, 'degraded');
  },
});
