import type { AnswerFact, Gathered, TargetFact } from '../core/diagnosis/facts.ts';
import type { Settings } from '../core/settings.ts';
import { isLoopback, portOf } from '../core/target-url.ts';
import type { TargetName } from '../core/target-view.ts';

/** One target for a diagnosis, and a way to ask it. */
export interface TargetSource {
  readonly target: TargetFact;
  /** The address whose port is in question: the target's own, or the one that it could not get. */
  readonly portUrl: () => string;
  readonly ask: () => Promise<Gathered<AnswerFact>>;
}

/** The targets of the settings, each with an id of its own. */
export function targetNames({ targets }: Settings): readonly TargetName[] {
  return targets.map(({ url, name }, i) => ({ id: `target-${i + 1}`, url, name: name ?? url }));
}

/** Where a target is. */
export function targetFact(url: string): TargetFact {
  const address = new URL(url);
  return { url, host: address.hostname, port: portOf(address), isHere: isLoopback(address.hostname) };
}

/** The same address with another port, if one is named. */
export function onPort(url: string, port: number | undefined): string {
  const address = new URL(url);
  if (port !== undefined) address.port = String(port);
  return address.href;
}
