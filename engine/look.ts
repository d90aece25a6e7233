import {
  isWrongPath,
  LIVENESS_PATH,
  mostTelling,
  pathsToTry,
  stuck,
  type HealthPath,
} from '../core/health/discovery.ts';
import type { ProbeResult } from '../core/health/probe-result.ts';
import type { Verdict } from '../core/health/verdict.ts';

/** Asks one path of a target, within a bounded time. Never rejects. */
export type Ask = (path: HealthPath) => Promise<ProbeResult>;

/** What one look brought: the verdict, what alone was judged for it, and the path that worked, if one did. */
export interface Look {
  readonly verdict: Verdict;
  /** Absent where several results made the verdict. */
  readonly result?: ProbeResult;
  readonly path?: HealthPath;
}

export interface LookOptions {
  readonly ask: Ask;
  readonly judged: (result: ProbeResult) => Verdict;
  /** The path that worked before, if one did. */
  readonly remembered: HealthPath | undefined;
  /** Whether the address has a path of its own. */
  readonly hasPath: boolean;
}

/**
 * Looks once at a target: asks the path that worked before, and the others in their order only while the server answers
 * that it has no such page. At most one request is under way at any time.
 */
export async function look({ ask, judged, remembered, hasPath }: LookOptions): Promise<Look> {
  const wrong: Verdict[] = [];
  for (const path of pathsToTry(remembered, hasPath)) {
    // The next path is asked only once the last has been answered.
    // oxlint-disable-next-line no-await-in-loop
    const result = await ask(path);
    const verdict = judged(result);
    if (verdict.inconclusive) return { verdict: await tellApart(verdict, ask) };
    if (!isWrongPath(verdict)) return verdict.report === undefined ? { verdict, result } : { verdict, result, path };
    wrong.push(verdict);
  }
  return { verdict: mostTelling(wrong) };
}

// A server that has no such page, or fails there, is alive all the same: only silence is silence.
async function tellApart(verdict: Verdict, ask: Ask): Promise<Verdict> {
  const result = await ask(LIVENESS_PATH);
  return result.kind === 'answer' ? stuck(verdict) : verdict;
}
