import type { Around } from './announcement.ts';
import { isQuiet } from './quiet-hours.ts';

/** Why nothing is announced. `rest`: by the user's wish, switched off or snoozed. `watched`: the popup shows it. */
export type Silence = 'rest' | 'watched' | 'quiet';

/** Why nothing is announced at the moment, if nothing is. */
export function silenceOf({ settings, snoozed, isWatched, localMinutes }: Around): Silence | undefined {
  if (!settings.notifications || snoozed !== undefined) return 'rest';
  if (isWatched) return 'watched';
  return isQuiet(settings.quietHours, localMinutes) ? 'quiet' : undefined;
}
