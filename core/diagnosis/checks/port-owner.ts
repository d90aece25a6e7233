import type { Finding } from '../../health/finding.ts';
import type { PortOwner } from '../../sight/local-sight.ts';
import { pass, skip, type Check, type Judgement } from '../check.ts';
import type { AnswerFact, TargetFact } from '../facts.ts';
import { onlyHere } from '../only-here.ts';
import { whyNoAnswer } from '../reported.ts';

/** Who holds the port: by name and process, where this system tells. */
export const portOwner: Check<'target' | 'answer' | 'port'> = onlyHere({
  id: 'port-owner',
  group: 'proxy',
  needs: ['target', 'answer', 'port'],
  judge: ({ target, answer, port: { owner } }) => {
    const wrong = answer.verdict.findings.find(({ id }) => id === 'stranger-answers' || id === 'port-taken');
    return wrong === undefined ? held(owner, target, answer) : { kind: 'found', finding: naming(wrong, owner) };
  },
});

function held(owner: PortOwner, { port }: TargetFact, { verdict, at }: AnswerFact): Judgement {
  switch (owner.kind) {
    case 'known': {
      const { name, pid, startedAt, user } = owner;
      const age = startedAt === undefined ? {} : { at: startedAt, ms: at - startedAt };
      return pass({ port, name, pid, ...age, ...(user !== undefined && { user }) });
    }
    case 'other-user':
      return pass({ port, code: owner.kind });
    case 'free':
      // Something answers, and the system lists no listener: it is in a container, or behind a relay.
      return skip(whyNoAnswer(verdict) === undefined ? 'cannot-be-seen' : 'nothing-listens');
    default:
      return skip('cannot-be-seen');
  }
}

function naming(finding: Finding, owner: PortOwner): Finding {
  if (owner.kind !== 'known') return finding;
  return { ...finding, evidence: { ...finding.evidence, name: owner.name, pid: owner.pid } };
}
