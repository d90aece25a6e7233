import type { ContradictionId } from '../health/finding.ts';

/** How the proxy contradicts itself or this computer, in English. */
export const englishContradictions: Readonly<Record<ContradictionId, string>> = {
  'healthy-with-error-status': 'It says “healthy” with an error status.',
  'unhealthy-with-success-status': 'It says “unhealthy”, but with a status of success: scripts will think it well.',
  'healthy-but-required-fails': 'It says “healthy” although a part it cannot do without fails.',
  'healthy-but-part-fails': 'It says “healthy” although one of its parts fails.',
  'signed-in-yet-signed-out': 'It calls the sign-in healthy and says that nobody is signed in.',
  'signed-out-yet-signed-in': 'It says “unauthenticated” and that somebody is signed in.',
  'cli-and-sign-in-disagree': 'The CLI and the sign-in do not agree whether somebody is signed in.',
  'signed-in-but-expired': 'It calls a login healthy that has already run out.',
  'check-is-old': 'A check it reports is more than ten minutes old: the answer may be remembered, not seen.',
  'check-from-the-future': 'A check it reports lies in the future: one of the clocks is wrong.',
  'more-errors-than-requests': 'It counts more errors than requests.',
  'port-is-another': 'It says that it serves another port than the one that was asked.',
  'ports-disagree': 'It serves another port than it is set up for.',
  'uptime-went-back': 'Its uptime went back: it was restarted between two looks.',
  'uptime-stands-still': 'Its uptime stands still: the answer is remembered, not new.',
  'uptime-leapt': 'Its uptime grew faster than time: another process may be answering.',
  'requests-went-back': 'Its count of requests went back, but its uptime did not.',
  'cli-version-is-another': 'It names another version of the CLI than the one that is installed at that path.',
  'metrics-miss-the-cli': 'It calls the CLI healthy, but its metrics say that there is none.',
  'version-changed': 'Its version changed between two looks.',
};
