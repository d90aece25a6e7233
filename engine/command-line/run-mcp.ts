import { progressOf, type Diagnosis } from '../../core/diagnosis/diagnosis.ts';
import type { PastIncident } from '../../core/history/past-incident.ts';
import { statusAnswer } from '../../core/mcp/status-answer.ts';
import { diagnosisAnswer } from '../../core/mcp/diagnosis-answer.ts';
import { incidentAnswer, type Numbered } from '../../core/mcp/incident-answer.ts';
import { redactor } from '../../core/report/redact.ts';
import { worstTarget, type Snapshot } from '../../core/snapshot.ts';
import { serveMcp, type McpOptions } from '../mcp/serve-mcp.ts';
import type { Monitor } from '../monitor.ts';
import { privateWords } from '../private-words.ts';
import { errorCode } from '../processes/error-code.ts';
import type { CurrentSettings } from '../settings-store.ts';
import { appFolder } from './app-folder.ts';
import { oneDiagnosis, openDiagnostics } from './diagnose.ts';
import type { Given } from './given.ts';
import { pastOf, targetsNamed } from './past-here.ts';
import type { Session } from './session.ts';
import { settingsHere } from './settings-here.ts';
import { settled } from './settle.ts';

/** Serves a client until it has gone. Nothing is watched before the first question. */
export async function runMcp(given: Given, session: Session): Promise<number> {
  const current = settingsHere(given, session);
  let monitor: Monitor | undefined;
  const watching = (): Monitor => {
    monitor ??= openDiagnostics(current, given, session);
    return monitor;
  };
  await serveMcp({
    version: session.version,
    stdin: process.stdin,
    stdout: process.stdout,
    targets: current.settings.targets.length,
    answer: answering(watching, () => remembered(current, given, session), session),
    onError: ({ message }) => session.terminal.complain(message),
  });
  return 0;
}

/** The incidents of the last year that the app has kept. */
function remembered(
  { settings }: CurrentSettings,
  given: Given,
  { clock, env, terminal }: Session,
): readonly Numbered<PastIncident>[] {
  const folder = appFolder(given.value('folder'), env, process.platform);
  try {
    return pastOf(targetsNamed(undefined, settings), folder, 'year', clock.now()).flatMap(({ past }, i) =>
      past.incidents.map((incident) => ({ number: i + 1, incident })),
    );
  } catch (error) {
    terminal.complain(`The history in ${folder} cannot be read (${errorCode(error) ?? String(error)}).`);
    return [];
  }
}

function answering(
  watching: () => Monitor,
  past: () => readonly Numbered<PastIncident>[],
  { clock }: Session,
): McpOptions['answer'] {
  const redact = redactor(privateWords());
  let turn: Promise<unknown> = Promise.resolve();
  const diagnosis = async (number: number, tell: Parameters<McpOptions['answer']>[2], signal: AbortSignal) => {
    const monitor = watching();
    const targetId = monitor.snapshot().targets[number - 1]?.id;
    const ended = await oneDiagnosis(monitor, { targetId, onChange: progressTo(tell), signal });
    return diagnosisAnswer(monitor.snapshot(), ended, number, redact);
  };
  return async (tool, target, tell, signal) => {
    const snapshot = await settled({ monitor: watching(), clock });
    switch (tool) {
      case 'status':
        return statusAnswer(snapshot, redact, target);
      case 'explain_last_incident':
        return incidentAnswer(snapshot, redact, past, target);
      case 'diagnose': {
        const run = (): Promise<object> => diagnosis(target ?? worstNumber(snapshot), tell, signal);
        const mine = turn.then(run, run);
        turn = mine;
        return mine;
      }
    }
  };
}

// It never goes back, whatever else changes in a run.
function progressTo(tell: Parameters<McpOptions['answer']>[2]): (diagnosis: Diagnosis) => void {
  let told = -1;
  return (diagnosis) => {
    const { done, all } = progressOf(diagnosis);
    if (done > told) tell({ done, all, message: `${done} of ${all} checks` });
    told = Math.max(told, done);
  };
}

function worstNumber(snapshot: Snapshot): number {
  const worst = worstTarget(snapshot);
  return Math.max(1, snapshot.targets.findIndex((each) => each === worst) + 1);
}
