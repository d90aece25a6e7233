import { circumstancesOf } from '../advice/circumstances.ts';
import { commandText } from '../advice/commands.ts';
import { nextStep, type Proof } from '../advice/proof.ts';
import { remedy } from '../advice/remedies.ts';
import type { Step } from '../advice/step.ts';
import type { Action } from '../contract.ts';
import type { Evidence, Finding, FindingId } from '../health/finding.ts';
import { sightOf, type Snapshot, type TargetView } from '../snapshot.ts';
import type { Catalogue } from './catalogue.ts';
import { duration, secondsBetween } from './duration.ts';

/** What a button of a step is called, and does. */
export interface StepButton {
  readonly label: string;
  readonly action: Action;
}

/** One worded step. `command` is shown beside its copy button; `watching` is what we look out for meanwhile. */
export interface StepRow {
  readonly step: Step;
  readonly text: string;
  readonly command?: { readonly text: string; readonly copy: Action };
  readonly button?: StepButton;
  readonly watching?: string;
  /** This step made the finding go away the last time. */
  readonly worked?: string;
}

/** What became of the step that was used last. */
export interface ProofLine {
  readonly state: Proof['state'];
  readonly text: string;
}

/** What to do about a finding, in words. */
export interface RemedyCard {
  readonly title: string;
  readonly why: string;
  /** What the proxy or the CLI itself said, and who it was: to be shown as a quotation. */
  readonly said?: { readonly by: string; readonly words: string };
  readonly searchedPaths: readonly string[];
  readonly steps: readonly StepRow[];
  readonly proof?: ProofLine;
}

// What breaks nothing yet, but surely will, and is mended in a minute.
const WORTH_A_CARD: ReadonlySet<FindingId> = new Set(['sign-in-expires-soon']);

/** The finding that a target's card is about: its root cause; under a green light only what will soon break it. */
export function findingWithCard({ light, findings }: TargetView): Finding | undefined {
  if (light === 'paused') return undefined;
  return light === 'healthy' ? findings.find(({ id }) => WORTH_A_CARD.has(id)) : findings[0];
}

/** The card of a target, if it has one. */
export function remedyCard(target: TargetView, snapshot: Snapshot, texts: Catalogue): RemedyCard | undefined {
  const finding = findingWithCard(target);
  return finding === undefined ? undefined : cardFor(finding, target, snapshot, texts);
}

/** The card for one finding. */
export function cardFor(finding: Finding, target: TargetView, snapshot: Snapshot, texts: Catalogue): RemedyCard {
  const { id, evidence } = finding;
  const words = texts.findings[id];
  const at = circumstancesOf(snapshot.platform, sightOf(snapshot, target));
  const worked = snapshot.worked[id];
  const steps = remedy(id, at, worked);
  const proof =
    target.proof?.finding === id && isNews(target.proof) ? proofLine(target.proof, steps, texts) : undefined;
  return {
    title: words.title,
    why: words.why(evidence),
    ...quotation(evidence, texts),
    searchedPaths: evidence.searchedPaths ?? [],
    steps: steps.map((step) => ({
      ...stepRow(step, id, target.id, snapshot, texts),
      ...(step.id === worked && { worked: texts.proof.worked }),
    })),
    ...(proof !== undefined && { proof }),
  };
}

/** What became of the step of a target that was used last, whether its finding still stands or not, while it is news. */
export function proofOf(target: TargetView, snapshot: Snapshot, texts: Catalogue): ProofLine | undefined {
  const { proof } = target;
  if (proof === undefined || !isNews(proof)) return undefined;
  const at = circumstancesOf(snapshot.platform, sightOf(snapshot, target));
  return proofLine(proof, remedy(proof.finding, at, snapshot.worked[proof.finding]), texts);
}

/** The good news of a target whose last step helped, while it is news. */
export function fixedLine({ proof }: TargetView, texts: Catalogue): string | undefined {
  return proof?.state === 'fixed' ? proofLine(proof, [], texts).text : undefined;
}

function quotation({ said, saidBy }: Evidence, texts: Catalogue): Pick<RemedyCard, 'said'> {
  if (said === undefined) return {};
  return { said: { by: saidBy === 'cli' ? texts.cliSays : texts.proxySays, words: said } };
}

// What somebody does elsewhere shows in its own step until it has helped.
function isNews({ isPassive, state }: Proof): boolean {
  return !isPassive || state === 'fixed';
}

function proofLine({ state, step, usedAt, fixedAt }: Proof, steps: readonly Step[], texts: Catalogue): ProofLine {
  const { fixed, watching, stillFailing } = texts.proof;
  if (state === 'fixed') {
    return { state, text: fixed(duration(secondsBetween(usedAt, fixedAt ?? usedAt), texts.units)) };
  }
  const next = state === 'still-failing' ? nextStep(steps, step) : undefined;
  return { state, text: next === undefined ? watching : stillFailing(texts.steps[next]) };
}

function stepRow(step: Step, finding: FindingId, target: string, { platform }: Snapshot, texts: Catalogue): StepRow {
  const watching = step.kind === 'wait' ? texts.watching[step.id] : undefined;
  const use = (way: 'copy' | 'run'): Action => ({ type: 'use-step', target, finding, step: step.id, way });
  const label = buttonLabel(step, texts);
  return {
    step,
    text: texts.steps[step.id],
    ...('command' in step && { command: { text: commandText(step.command, platform), copy: use('copy') } }),
    ...(label !== undefined && { button: { label, action: use('run') } }),
    ...(watching !== undefined && { watching }),
  };
}

function buttonLabel(step: Step, { popup }: Catalogue): string | undefined {
  switch (step.kind) {
    case 'terminal':
      return popup.openTerminal;
    case 'open':
      return popup.open;
    case 'do':
      return step.action === 'accept' ? popup.accept : popup.checkNow;
    default:
      return undefined;
  }
}
