import { fail, pass, type Check } from '../check.ts';

/** Whether the clock can be right, as far as that can be told without asking anybody. */
export const clock: Check<'clock' | 'answer'> = {
  id: 'clock',
  group: 'computer',
  needs: ['clock', 'answer'],
  judge: ({ clock: { now, notBefore }, answer: { verdict } }) => {
    if (now < notBefore) return fail('clock-wrong', { at: now }, 'degraded');
    const finding = verdict.findings.find(({ evidence }) => evidence.contradiction === 'check-from-the-future');
    return finding === undefined ? pass({ at: now }) : { kind: 'found', finding };
  },
};
