import type { Alert } from '../monitor/alerts.ts';
import type { WatchState } from '../monitor/watch-state.ts';
import type { Shown } from './recording.ts';

/** What is shown of a state, and told with it. */
export function shownOf({ light, confirmed, findings }: WatchState, alerts: readonly Alert[]): Shown {
  return { light, confirmed, findings: findings.map(({ id }) => id), alerts };
}
