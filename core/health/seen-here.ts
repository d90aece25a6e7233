import type { LocalSight, SignInSight } from '../sight/local-sight.ts';
import type { Sight } from './contradictions.ts';
import type { Finding } from './finding.ts';
import type { Report } from './report.ts';

/** How long before its end a login is said to end: as long before as the CLI itself warns (2.1.217 and later). */
export const ENDS_SOON_MS = 3 * 24 * 3_600_000;

/**
 * What this computer shows of the sign-in behind a report. Only where the proxy is known to use this very login does it
 * change the light: it may run as another user, or in a container, and be right.
 */
export function findingsSeenHere(report: Report, { local, now }: Sight): readonly Finding[] {
  if (local === undefined) return [];
  return [...signedOutHere(report, local), ...endsSoon(local.signIn, now)];
}

function signedOutHere({ components }: Report, { signIn, sharedLogin }: LocalSight): readonly Finding[] {
  const claims = components.some(({ id, signedIn }) => id === 'authentication' && signedIn === true);
  if (!claims || !isSignedOut(signIn)) return [];
  return [{ id: 'signed-out-here', severity: sharedLogin === true ? 'degraded' : 'hint', evidence: {} }];
}

/** Whether it is certain that no login is stored. A login in a keychain, or by a variable, cannot be seen from here. */
export function isSignedOut({ place, present, overriddenBy }: SignInSight): boolean {
  return place === 'file' && present === false && overriddenBy.length === 0;
}

/** Whether a login is about to end; one that is over is no login any more. */
export function endsSoon({ present, loginExpiresAt }: SignInSight, now: number): readonly Finding[] {
  if (present !== true || loginExpiresAt === undefined) return [];
  if (loginExpiresAt <= now || loginExpiresAt > now + ENDS_SOON_MS) return [];
  return [{ id: 'sign-in-expires-soon', severity: 'hint', evidence: { at: loginExpiresAt } }];
}
