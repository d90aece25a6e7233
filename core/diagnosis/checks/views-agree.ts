import type { Finding } from '../../health/finding.ts';
import { isSignedOut } from '../../health/seen-here.ts';
import type { Report } from '../../health/report.ts';
import type { Verdict } from '../../health/verdict.ts';
import type { CliSight } from '../../sight/local-sight.ts';
import { fail, pass, skip, type Check, type Judgement } from '../check.ts';
import { onlyHere } from '../only-here.ts';
import { ofReport, partOf } from '../reported.ts';
import { isChosenCli } from '../same-cli.ts';

/** Whether what the proxy says fits together, and fits what this computer shows of the sign-in. */
export const viewsAgree: Check<'target' | 'answer' | 'signIn' | 'cli'> = onlyHere({
  id: 'views-agree',
  group: 'sign-in',
  needs: ['answer', 'signIn', 'cli'],
  judge: ({ answer: { verdict }, signIn, cli }) =>
    ofReport(verdict, (report) => {
      const claim = partOf(report, 'authentication')?.signedIn;
      if (claim === true && isSignedOut(signIn)) return signedOutHere(verdict, report, cli);
      const finding = verdict.findings.find(isContradiction);
      if (finding !== undefined) return { kind: 'found', finding };
      if (claim === undefined) return skip('not-told');
      return pass(!claim && signIn.present === true ? { code: 'only-here' } : {});
    }),
});

// With the same CLI it is the same login that the proxy will look for; a proxy with another one may be right.
function signedOutHere({ findings }: Verdict, report: Report, cli: CliSight): Judgement {
  const path = partOf(report, 'claude_cli')?.path;
  const severity = path !== undefined && isChosenCli(path, cli) ? 'degraded' : 'hint';
  const seen = findings.find(({ id }) => id === 'signed-out-here');
  if (seen?.severity === 'degraded' || seen?.severity === severity) return { kind: 'found', finding: seen };
  return fail('signed-out-here', {}, severity);
}

// The one about the future is told by the check of the clock.
function isContradiction({ id, evidence }: Finding): boolean {
  return id === 'contradiction' && evidence.contradiction !== 'check-from-the-future';
}
