import type { FindingId } from '../../health/finding.ts';
import type { Verdict } from '../../health/verdict.ts';
import { pass, skip, type Check, type Judgement } from '../check.ts';
import { whyNoAnswer } from '../reported.ts';

// What an answer is that no dialect reads.
const UNREAD: ReadonlySet<FindingId> = new Set([
  'no-health-page',
  'locked',
  'rate-limited',
  'server-error',
  'not-understood',
]);

/** Whether the health page speaks a language that we know. */
export const dialect: Check<'answer'> = {
  id: 'dialect',
  group: 'proxy',
  needs: ['answer'],
  judge: ({ answer: { verdict } }) => {
    const { report } = verdict;
    if (report === undefined) return unread(verdict);
    return pass({ name: report.dialect, ...(report.basic && { code: 'basic' }) });
  },
};

function unread(verdict: Verdict): Judgement {
  if (whyNoAnswer(verdict) !== undefined) return skip('no-answer');
  const finding = verdict.findings.find(({ id }) => UNREAD.has(id));
  return finding === undefined ? skip('not-told') : { kind: 'found', finding };
}
