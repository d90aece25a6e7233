import type { WatchState } from './monitor/watch-state.ts';
import type { TargetView } from './snapshot.ts';

/** What a target is called and where it is. */
export type TargetName = Pick<TargetView, 'id' | 'name' | 'url'>;

/** The state of a watch as the faces see it. */
export function targetView(target: TargetName, state: WatchState): TargetView {
  const { light, confirmed, since, findings, verdict, probedAt, incident, lastIncident } = state;
  return {
    ...target,
    light,
    confirmed,
    since,
    findings,
    ...(verdict?.report !== undefined && { report: verdict.report }),
    ...(verdict !== undefined && { ms: verdict.ms }),
    ...(probedAt !== undefined && { probedAt }),
    ...(incident !== undefined && { incident }),
    ...(lastIncident !== undefined && { lastIncident }),
  };
}
