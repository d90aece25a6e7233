import { fail, pass, warn, type Check } from '../check.ts';

const FULL_BYTES = 100_000_000;
const SCARCE_BYTES = 1_000_000_000;

/** Whether the CLI has room for its login and its files. */
export const disk: Check<'disk'> = {
  id: 'disk',
  group: 'computer',
  needs: ['disk'],
  judge: ({ disk: { freeBytes: bytes } }) => {
    if (bytes < FULL_BYTES) return fail('disk-full', { bytes }, 'degraded');
    return bytes < SCARCE_BYTES ? warn('disk-full', { bytes }) : pass({ bytes });
  },
};
