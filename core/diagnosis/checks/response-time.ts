import { fail, pass, skip, warn, type Check } from '../check.ts';
import { whyNoAnswer } from '../reported.ts';

/** An answer that takes longer is told as slow. */
export const SLOW_MS = 1_000;

/** How long the health page takes. */
export const responseTime: Check<'answer'> = {
  id: 'response-time',
  group: 'proxy',
  needs: ['answer'],
  judge: ({ answer: { verdict, slowAfterMs } }) => {
    const { ms } = verdict;
    if (whyNoAnswer(verdict) !== undefined) return skip('no-answer');
    // Who set a threshold has an amber light for it; otherwise slowness is worth knowing, and breaks nothing.
    if (slowAfterMs !== undefined) return ms > slowAfterMs ? fail('slow-answer', { ms }, 'degraded') : pass({ ms });
    return ms > SLOW_MS ? warn('slow-answer', { ms }) : pass({ ms });
  },
};
