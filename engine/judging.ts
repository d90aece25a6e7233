import { isNews } from '../core/health/findings-beside.ts';
import { judge } from '../core/health/judge.ts';
import type { ProbeResult } from '../core/health/probe-result.ts';
import type { Verdict } from '../core/health/verdict.ts';
import type { WatchState } from '../core/monitor/watch-state.ts';
import type { LocalSight } from '../core/sight/local-sight.ts';
import { isLoopback, portOf } from '../core/target-url.ts';
import type { WatchOptions } from './watch-options.ts';

/** Judges what a target answers by all that is known at that moment. */
export interface Judging {
  judged(result: ProbeResult, state: WatchState): Verdict;
  /** Whether this computer shows by now what the last verdict would have told otherwise. */
  hasNews(state: WatchState): boolean;
}

/** Nothing of this computer is held against a target that is elsewhere. */
export function judging({
  url,
  clock,
  local,
  scraper,
}: Pick<WatchOptions, 'url' | 'clock' | 'local' | 'scraper'>): Judging {
  const address = new URL(url);
  const port = portOf(address);
  const seen = (): LocalSight | undefined => (isLoopback(address.hostname) ? local() : undefined);
  let judgedWith: LocalSight | undefined;
  return {
    judged: (result, { accepted, verdict, probedAt }) => {
      const before = verdict?.report && probedAt !== undefined && { report: verdict.report, at: probedAt };
      const traffic = scraper?.traffic();
      judgedWith = seen();
      const sight = {
        now: clock.now(),
        port,
        ...(before && { before }),
        ...(judgedWith && { local: judgedWith }),
        ...(traffic && { traffic }),
      };
      return judge(result, { sight, ...(accepted && { accepted }) });
    },
    hasNews: ({ verdict }) => {
      const after = seen();
      if (verdict?.report === undefined || after === judgedWith) return false;
      const looks = { ...(judgedWith && { before: judgedWith }), ...(after && { after }) };
      if (isNews(verdict.report, { now: clock.now(), ...looks })) return true;
      // From here on it is as if it had been judged with this look.
      judgedWith = after;
      return false;
    },
  };
}
