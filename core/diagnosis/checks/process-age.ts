import type { PortOwner } from '../../sight/local-sight.ts';
import { fail, pass, skip, type Check } from '../check.ts';
import { onlyHere } from '../only-here.ts';

const YOUNG_MS = 60_000;
const MANY_INCIDENTS = 3;

/** Whether the proxy keeps running, or is started again and again. */
export const processAge: Check<'target' | 'answer' | 'port' | 'clock'> = onlyHere({
  id: 'process-age',
  group: 'proxy',
  needs: ['answer', 'port', 'clock'],
  judge: ({ answer: { isFlapping, incidents }, port: { owner }, clock: { now } }) => {
    const ms = ageOf(owner, now);
    const comesAndGoes = isFlapping || incidents >= MANY_INCIDENTS;
    if (comesAndGoes && ms !== undefined && ms < YOUNG_MS) return fail('restarting', { count: incidents }, 'degraded');
    // Between two of its lives there is no process whose age would tell.
    if (isFlapping && owner.kind === 'free') return fail('restarting', { count: incidents }, 'degraded');
    if (owner.kind === 'free') return skip('nothing-listens');
    return ms === undefined ? skip('cannot-be-seen') : pass({ at: now - ms, ms });
  },
});

function ageOf(owner: PortOwner, now: number): number | undefined {
  if (owner.kind !== 'known' || owner.startedAt === undefined) return undefined;
  // A clock that was set back makes nothing younger than new.
  return Math.max(0, now - owner.startedAt);
}
