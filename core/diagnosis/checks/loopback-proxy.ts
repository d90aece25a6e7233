import { pass, warn, type Check } from '../check.ts';
import { onlyHere } from '../only-here.ts';

/** Whether a web proxy of the environment would swallow what other programs send to this computer. */
export const loopbackProxy: Check<'target' | 'environment'> = onlyHere({
  id: 'loopback-proxy',
  group: 'computer',
  needs: ['environment'],
  judge: ({ environment: { proxies: names, excepted } }) => {
    if (names.length === 0) return pass();
    return excepted ? pass({ names }) : warn('loopback-proxied', { names });
  },
});
