import type { Evidence, FindingId } from '../health/finding.ts';
import { pass, skip, warn, type Judgement } from './check.ts';
import type { Service } from './facts.ts';

/** Judges a service of the desktop: without it something does not show, but nothing breaks. */
export function serviceJudged(service: Service, absent: FindingId, evidence: Evidence = {}): Judgement {
  switch (service) {
    case 'absent':
      return warn(absent, evidence);
    case 'unknown':
      return skip('cannot-be-seen');
    default:
      return pass({ code: service });
  }
}
