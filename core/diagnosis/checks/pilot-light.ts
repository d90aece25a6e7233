import { pass, warn, type Check } from '../check.ts';

/** Whether this app itself is well. */
export const pilotLight: Check<'app'> = {
  id: 'pilot-light',
  group: 'computer',
  needs: ['app'],
  judge: ({ app: { version, memoryBytes, uptimeMs, lastErrors } }) => {
    const count = lastErrors.length;
    return count > 0 ? warn('app-troubled', { count }) : pass({ version, bytes: memoryBytes, ms: uptimeMs });
  },
};
