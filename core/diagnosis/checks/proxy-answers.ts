import { pass, type Check } from '../check.ts';
import { whyNoAnswer } from '../reported.ts';

/** Whether anything answers at the proxy's address. Who it is, is another question. */
export const proxyAnswers: Check<'answer'> = {
  id: 'proxy-answers',
  group: 'proxy',
  needs: ['answer'],
  judge: ({ answer: { verdict } }) => {
    const finding = whyNoAnswer(verdict);
    return finding === undefined ? pass({ ms: verdict.ms, path: verdict.path }) : { kind: 'found', finding };
  },
};
