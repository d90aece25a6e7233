import { isBad } from './light.ts';
import type { DialectId, Report } from './report.ts';
import { isKnownService } from './services.ts';

/** By what a program is known again: the dialect it speaks and the name it gives itself, if any. */
export interface Identity {
  readonly dialect: DialectId;
  /** Whether it told nothing but that it answers. */
  readonly basic: boolean;
  readonly service?: string;
}

/** Who gave this report. */
export function identityOf({ dialect, basic, service }: Report): Identity {
  return service === undefined ? { dialect, basic } : { dialect, basic, service };
}

/**
 * Whether a report comes from a Claude proxy, and from the one that was accepted before, if there was one. A name that
 * nobody knows is a stranger's until the user accepts it. A detailed report speaks for itself: that is an update, not
 * a stranger.
 */
export function isExpected(report: Report, accepted: Identity | undefined): boolean {
  const { service, basic, overall } = report;
  if (service !== undefined) return service === accepted?.service || isExpectedName(service, accepted);
  if (accepted === undefined || !basic || isBad(overall)) return true;
  // Anybody can say "ok": that does not pass for a proxy that told its name, or more.
  return accepted.service === undefined && accepted.basic;
}

// Two known names on one port are two programs: the second is a stranger where the first was expected.
function isExpectedName(service: string, accepted: Identity | undefined): boolean {
  return isKnownService(service) && accepted?.service === undefined;
}
