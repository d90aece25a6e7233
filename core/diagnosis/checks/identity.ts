import { pass, type Check } from '../check.ts';
import { ofReport } from '../reported.ts';

/** Whether the program that answers is the proxy that is expected. */
export const identity: Check<'answer'> = {
  id: 'identity',
  group: 'proxy',
  needs: ['answer'],
  judge: ({ answer: { verdict } }) => {
    const finding = verdict.findings.find(({ id }) => id === 'stranger-answers');
    if (finding !== undefined) return { kind: 'found', finding };
    return ofReport(verdict, ({ service }) => pass(service === undefined ? {} : { name: service }));
  },
};
