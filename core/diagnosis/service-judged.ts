import type { FindingId } from '../health/finding.ts';
import { pass, skip, warn, type Judgement } from './check.ts';
import type { Service } from './facts.ts';

/** Judges a service of the desktop: without it something does not show, but nothing breaks. */
export function serviceJudged(service: Service, absent: FindingId): Judgement {
  switch (service) {
    case 'absent':
      return warn(absent);
    case 'unknown':
      return skip('cannot-be-seen');
    default:
      return pass({ code: service });
  }
}
