import { circumstancesOf } from '../core/advice/circumstances.ts';
import { commandText, type TerminalCommand } from '../core/advice/commands.ts';
import { LINKS } from '../core/advice/links.ts';
import { remedy } from '../core/advice/remedies.ts';
import type { Step } from '../core/advice/step.ts';
import type { Action } from '../core/contract.ts';
import { sightOf, type Snapshot, type TargetView } from '../core/snapshot.ts';
import type { Monitor } from '../engine/monitor.ts';

type UseStep = Extract<Action, { readonly type: 'use-step' }>;

/** What steps are taken with. Each rejects or resolves to false when it could not be done. */
export interface StepTools {
  readonly monitor: Pick<Monitor, 'snapshot' | 'checkNow' | 'accept' | 'stepUsed'>;
  readonly copy: (text: string) => Promise<void>;
  readonly openPage: (url: string) => Promise<void>;
  readonly openTerminal: (command: TerminalCommand) => Promise<boolean>;
}

/**
 * Takes one step of a remedy, and has what becomes of it watched. Only names arrive here: the step must be one that this
 * target is offered, and its commands and pages are constants. Resolves to false if it is none, or could not be done.
 */
export async function takeStep(action: UseStep, tools: StepTools): Promise<boolean> {
  const { target: id, finding, way } = action;
  const snapshot = tools.monitor.snapshot();
  const target = snapshot.targets.find((each) => each.id === id);
  const step = target === undefined ? undefined : offered(action, target, snapshot);
  if (step === undefined) return false;
  const isDone = await (way === 'copy' ? copyOf(step, snapshot, tools) : run(step, id, tools));
  // To look again changes nothing, so there is nothing to prove.
  const isProvable = step.kind !== 'do' || step.action !== 'check-now';
  if (isDone && isProvable) tools.monitor.stepUsed(id, finding, step.id);
  return isDone;
}

function offered({ finding, step }: UseStep, target: TargetView, snapshot: Snapshot): Step | undefined {
  const at = circumstancesOf(snapshot.platform, sightOf(snapshot, target));
  return remedy(finding, at, snapshot.worked[finding]).find(({ id }) => id === step);
}

async function copyOf(step: Step, { platform }: Snapshot, { copy }: StepTools): Promise<boolean> {
  if (!('command' in step)) return false;
  await copy(commandText(step.command, platform));
  return true;
}

async function run(step: Step, target: string, { monitor, openPage, openTerminal }: StepTools): Promise<boolean> {
  switch (step.kind) {
    case 'terminal':
      return openTerminal(step.command);
    case 'open':
      await openPage(LINKS[step.link]);
      return true;
    case 'do':
      if (step.action === 'accept') monitor.accept(target);
      else monitor.checkNow();
      return true;
    default:
      return false;
  }
}
