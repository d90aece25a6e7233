import type { FindingId } from '../../health/finding.ts';
import { pass, skip, type Check } from '../check.ts';
import { ofReport } from '../reported.ts';

// These are judged by checks of their own: exposure, views-agree, sign-in-expiry and response-time.
const ELSEWHERE: ReadonlySet<FindingId> = new Set([
  'contradiction',
  'exposed-to-network',
  'signed-out-here',
  'sign-in-expires-soon',
  'slow-answer',
]);

/** What the proxy reports of itself and its parts. */
export const reportedHealth: Check<'answer'> = {
  id: 'reported-health',
  group: 'proxy',
  needs: ['answer'],
  judge: ({ answer: { verdict } }) =>
    ofReport(verdict, ({ basic, word, components: { length: count } }) => {
      const finding = verdict.findings.find(({ id }) => !ELSEWHERE.has(id));
      if (finding !== undefined) return { kind: 'found', finding };
      return basic ? skip('not-told') : pass({ count, ...(word !== undefined && { name: word }) });
    }),
};
