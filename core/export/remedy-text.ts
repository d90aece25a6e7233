import { commandText } from '../advice/commands.ts';
import { LINKS } from '../advice/links.ts';
import { remedy } from '../advice/remedies.ts';
import type { Step } from '../advice/step.ts';
import type { FindingId } from '../health/finding.ts';
import type { Platform } from '../platform.ts';
import type { Catalogue } from '../text/catalogue.ts';

/**
 * The remedy of a finding as plain lines, one for each step, for a reader who does not sit in front of the app: without the
 * steps that the app itself takes.
 */
export function remedyText(finding: FindingId, texts: Catalogue, platform: Platform): string {
  return remedy(finding, { platform, cli: 'unknown' })
    .filter(({ kind }) => kind !== 'do')
    .map((step, i) => `${i + 1}. ${stepText(step, texts, platform)}`)
    .join('\n');
}

function stepText(step: Step, texts: Catalogue, platform: Platform): string {
  const text = texts.steps[step.id];
  if ('command' in step) return `${text}: ${commandText(step.command, platform)}`;
  return step.kind === 'open' ? `${text}: ${LINKS[step.link]}` : text;
}
