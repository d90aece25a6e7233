import { byCause } from './finding.ts';
import { isWorse } from './light.ts';
import type { Verdict } from './verdict.ts';

const READINESS_PATH = '/health/readiness';

/**
 * Paths that tell a proxy's health, in the order in which they are tried. `/health/readiness` stands before `/health`
 * because litellm's `/health` makes one paid call per model, while its readiness page is free: a proxy that has the
 * free page is never asked for the other. Paths known to spend money or tokens (`?probe=1`, `/test-connection`) are
 * not here.
 */
export const HEALTH_PATHS = ['/health/detailed', READINESS_PATH, '/health', '/healthz', '/'] as const;

/** The address exactly as the user wrote it, when it has a path of its own. */
export const AS_NAMED = '';

/** Asked only when a health page does not end: it tells a program that hangs from a check that hangs. */
export const LIVENESS_PATH = '/health/live';

/** A path that is asked on a target, below its address. */
export type HealthPath = (typeof HEALTH_PATHS)[number] | typeof AS_NAMED | typeof LIVENESS_PATH;

/** Whether this verdict says that the path is the wrong one, rather than that the proxy is unwell. */
export function isWrongPath(verdict: Verdict): boolean {
  if (verdict.report !== undefined) return false;
  const status = verdict.findings[0]?.evidence.status;
  if (status === undefined || status === 429) return false;
  // A readiness page that fails exists, so this is litellm: to go on to its `/health` would cost money.
  return !(verdict.path === READINESS_PATH && status >= 500);
}

/**
 * The paths of one look at a target, in order: the one that worked before, alone while it works; else all of them.
 * `hasPath`: the address has a path of its own, and may itself be the health page.
 */
export function pathsToTry(remembered: HealthPath | undefined, hasPath: boolean): readonly HealthPath[] {
  const all: readonly HealthPath[] = hasPath ? [AS_NAMED, ...HEALTH_PATHS] : HEALTH_PATHS;
  return remembered === undefined ? all : [remembered, ...all.filter((path) => path !== remembered)];
}

/** The verdict on a health page that did not end, while the server answers elsewhere. */
export function stuck(verdict: Verdict): Verdict {
  const findings = verdict.findings.map((finding) =>
    finding.id === 'not-responding' ? { ...finding, id: 'health-stuck' as const } : finding,
  );
  return { ...verdict, findings };
}

/** What to make of a server without a health page: of the verdicts on all wrong paths, the one that says most. */
export function mostTelling(verdicts: readonly Verdict[]): Verdict {
  const [first, ...others] = verdicts;
  if (first === undefined) throw new RangeError('mostTelling needs at least one verdict');
  return others.reduce((best, next) => (saysMore(next, best) ? next : best), first);
}

function saysMore(a: Verdict, b: Verdict): boolean {
  if (a.light !== b.light) return isWorse(a.light, b.light);
  const [rootOfA] = a.findings;
  const [rootOfB] = b.findings;
  if (rootOfA === undefined || rootOfB === undefined || rootOfA.id === rootOfB.id) return false;
  const [ofA, ofB] = [emptiness(a), emptiness(b)];
  return ofA === ofB ? byCause([rootOfB, rootOfA])[0] === rootOfA : ofA < ofB;
}

// That a page is missing says less than what a health page answers, but more than the words of a start page.
function emptiness({ path, findings: [root] }: Verdict): number {
  if (root?.id === 'no-health-page') return 1;
  return root?.id === 'not-understood' && path === '/' ? 2 : 0;
}
