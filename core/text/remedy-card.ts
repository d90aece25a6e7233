import { commandText } from '../advice/commands.ts';
import { REMEDIES, type Step } from '../advice/remedies.ts';
import type { Finding } from '../health/finding.ts';
import type { Light } from '../health/light.ts';
import type { Platform } from '../platform.ts';
import type { Catalogue } from './catalogue.ts';

/** One worded step. `command` is the text that a copy step shows; `watching` what we look out for meanwhile. */
export interface StepRow {
  readonly step: Step;
  readonly text: string;
  readonly command?: string;
  readonly watching?: string;
}

/** What to do about a finding, in words. */
export interface RemedyCard {
  readonly title: string;
  readonly why: string;
  /** The proxy's own words, to be shown as a quotation. */
  readonly said?: string;
  readonly searchedPaths: readonly string[];
  readonly steps: readonly StepRow[];
}

/** The card for the root cause; nothing when the light is not one that calls for action. */
export function remedyCard(
  light: Light,
  root: Finding | undefined,
  platform: Platform,
  texts: Catalogue,
): RemedyCard | undefined {
  if (root === undefined || light === 'healthy' || light === 'paused') return undefined;
  const words = texts.findings[root.id];
  return {
    title: words.title,
    why: words.why(root.evidence),
    ...(root.evidence.said !== undefined && { said: root.evidence.said }),
    searchedPaths: root.evidence.searchedPaths ?? [],
    steps: REMEDIES[root.id].map((step) => stepRow(step, platform, texts)),
  };
}

function stepRow(step: Step, platform: Platform, texts: Catalogue): StepRow {
  const watching = texts.watching[step.id];
  return {
    step,
    text: texts.steps[step.id],
    ...(step.kind === 'copy' && { command: commandText(step.command, platform) }),
    ...(step.kind === 'wait' && watching !== undefined && { watching }),
  };
}
