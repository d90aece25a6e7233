import { commandText } from '../advice/commands.ts';
import type { Circumstances } from '../advice/circumstances.ts';
import { LINKS } from '../advice/links.ts';
import { remedy } from '../advice/remedies.ts';
import type { Step } from '../advice/step.ts';
import type { FindingId } from '../health/finding.ts';
import type { Catalogue } from './catalogue.ts';

/** One step of a remedy for a reader who does not sit in front of the app. */
export interface RemedyStep {
  readonly text: string;
  /** A constant command, or the address of a constant page. */
  readonly command?: string;
  readonly page?: string;
}

/** The steps of the remedy of a finding, best first, but for those that the app itself takes. */
export function remedySteps(finding: FindingId, texts: Catalogue, at: Circumstances): readonly RemedyStep[] {
  return remedy(finding, at)
    .filter(({ kind }) => kind !== 'do')
    .map((step) => ({ text: texts.steps[step.id], ...detail(step, at) }));
}

function detail(step: Step, { platform }: Circumstances): Omit<RemedyStep, 'text'> {
  if ('command' in step) return { command: commandText(step.command, platform) };
  return step.kind === 'open' ? { page: LINKS[step.link] } : {};
}
