import { commandText } from '../advice/commands.ts';
import { REMEDIES, type Step } from '../advice/remedies.ts';
import type { Action } from '../contract.ts';
import type { Finding } from '../health/finding.ts';
import type { Platform } from '../platform.ts';
import type { TargetView } from '../snapshot.ts';
import type { Catalogue } from './catalogue.ts';

/** One worded step. `command` is the text that a copy step shows; `watching` what we look out for meanwhile. */
export interface StepRow {
  readonly step: Step;
  readonly text: string;
  readonly command?: string;
  readonly button?: { readonly label: string; readonly action: Action };
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

/** The card for the root cause of a target; nothing when its light is not one that calls for action. */
export function remedyCard(target: TargetView, platform: Platform, texts: Catalogue): RemedyCard | undefined {
  const [root] = target.findings;
  if (root === undefined || target.light === 'healthy' || target.light === 'paused') return undefined;
  return cardFor(root, target.id, platform, texts);
}

/** The card for one finding. */
export function cardFor({ id, evidence }: Finding, targetId: string, platform: Platform, texts: Catalogue): RemedyCard {
  const words = texts.findings[id];
  return {
    title: words.title,
    why: words.why(evidence),
    ...(evidence.said !== undefined && { said: evidence.said }),
    searchedPaths: evidence.searchedPaths ?? [],
    steps: REMEDIES[id].map((step) => stepRow(step, targetId, platform, texts)),
  };
}

function stepRow(step: Step, targetId: string, platform: Platform, texts: Catalogue): StepRow {
  const watching = step.kind === 'wait' ? texts.watching[step.id] : undefined;
  const button = buttonOf(step, targetId, texts);
  return {
    step,
    text: texts.steps[step.id],
    ...(step.kind === 'copy' && { command: commandText(step.command, platform) }),
    ...(button !== undefined && { button }),
    ...(watching !== undefined && { watching }),
  };
}

function buttonOf(step: Step, target: string, { popup }: Catalogue): StepRow['button'] {
  if (step.kind === 'open') return { label: popup.open, action: { type: 'open', link: step.link } };
  if (step.kind !== 'do') return undefined;
  if (step.action === 'accept') return { label: popup.accept, action: { type: 'accept', target } };
  return { label: popup.checkNow, action: { type: 'check-now' } };
}
