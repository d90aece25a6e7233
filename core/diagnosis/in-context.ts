import type { Finding } from '../health/finding.ts';
import type { CheckId } from './check.ts';
import type { CheckResult } from './diagnosis.ts';

/**
 * Results in the light of each other. A proxy that reports its own CLI and sign-in as healthy, and does not use the CLI of
 * this computer (it may run in a container, or as another user), is not broken by what is wrong with that one: findings
 * about CLI and sign-in here become hints.
 */
export function inContext(results: readonly CheckResult[]): readonly CheckResult[] {
  const proxyIsWell = passed(results, 'reported-health');
  return proxyIsWell && !passed(results, 'cli-same') ? results.map(softened) : results;
}

function passed(results: readonly CheckResult[], id: CheckId): boolean {
  return results.some((result) => result.id === id && result.state.kind === 'pass');
}

function softened(result: CheckResult): CheckResult {
  const { group, state } = result;
  if (state.kind !== 'found' || (group !== 'cli' && group !== 'sign-in') || !isAboutHere(state.finding)) return result;
  return { ...result, state: { ...state, finding: { ...state.finding, severity: 'hint' } } };
}

// Known to be about the login that the proxy uses, or said only where it is.
function isAboutHere({ id }: Finding): boolean {
  return id !== 'signed-out-here';
}
