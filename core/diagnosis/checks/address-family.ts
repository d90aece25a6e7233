import { pass, skip, warn, type Check } from '../check.ts';
import { onlyHere } from '../only-here.ts';

/**
 * On which of the two addresses of localhost something listens. Only ::1 alone is worth a word: most programs try
 * 127.0.0.1 first, and to listen there alone is what most servers do.
 */
export const addressFamily: Check<'target' | 'port'> = onlyHere({
  id: 'address-family',
  group: 'proxy',
  needs: ['target', 'port'],
  judge: ({ target, port: { v4, v6 } }) => {
    const open = [...(v4 === 'open' ? ['127.0.0.1'] : []), ...(v6 === 'open' ? ['::1'] : [])];
    if (open.length === 0) return skip('nothing-listens');
    if (v4 !== 'open' && target.host === 'localhost') return warn('one-family-only', { host: '::1' });
    return pass({ names: open });
  },
});
