import { pass, skip, type Check } from '../check.ts';
import { ofReport } from '../reported.ts';

/** Whether others on the network can reach the proxy, and any web page may. */
export const exposure: Check<'answer'> = {
  id: 'exposure',
  group: 'proxy',
  needs: ['answer'],
  judge: ({ answer: { verdict } }) => {
    const finding = verdict.findings.find(({ id }) => id === 'exposed-to-network');
    if (finding !== undefined) return { kind: 'found', finding };
    return ofReport(verdict, ({ configuration: { host } = {} }) =>
      host === undefined ? skip('not-told') : pass({ host }),
    );
  },
};
