import type { ProbeResult } from '../../../core/health/probe-result.ts';
import type { Clock } from '../../../engine/clock.ts';
import { exchange } from '../../../engine/probe/exchange.ts';
import type { ProbeRequest } from '../../../engine/probe/probe-request.ts';

/** Asks a target once. Never rejects, and ends within the deadline whatever the other side does. */
export async function probe(request: ProbeRequest, clock: Clock): Promise<ProbeResult> {
  const { result } = await exchange(request, clock);
  return result;
}
