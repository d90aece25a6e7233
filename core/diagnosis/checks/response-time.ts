import { pass, skip, warn, type Check } from '../check.ts';
import { whyNoAnswer } from '../reported.ts';

const SLOW_MS = 1_000;

/** How long the health page takes. */
export const responseTime: Check<'answer'> = {
  id: 'response-time',
  group: 'proxy',
  needs: ['answer'],
  judge: ({ answer: { verdict } }) => {
    const { ms } = verdict;
    if (whyNoAnswer(verdict) !== undefined) return skip('no-answer');
    return ms > SLOW_MS ? warn('slow-answer', { ms }) : pass({ ms });
  },
};
