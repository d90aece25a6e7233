import type { FindingId } from '../health/finding.ts';
import type { Platform } from '../platform.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { remedySteps } from '../text/remedy-steps.ts';

/** The remedy of a finding as plain lines, one for each step, for somebody of whose computer only the system is known. */
export function remedyText(finding: FindingId, texts: Catalogue, platform: Platform): string {
  return remedySteps(finding, texts, { platform, cli: 'unknown' })
    .map(
      ({ text, command, page }, i) =>
        `${i + 1}. ${[text, command ?? page].filter((part) => part !== undefined).join(': ')}`,
    )
    .join('\n');
}
