import { CHECK_IDS } from '../../core/diagnosis/check.ts';
import type { CheckResult, Diagnosis } from '../../core/diagnosis/diagnosis.ts';
import { checkStatus, diagnosisStatus, lightOfDiagnosis } from '../../core/report/diagnosis-status.ts';
import type { Catalogue } from '../../core/text/catalogue.ts';
import { oneDiagnosis, openDiagnostics } from './diagnose.ts';
import { checkLine, endLines } from './doctor-lines.ts';
import { exitCodeOf } from './exit-codes.ts';
import type { Given } from './given.ts';
import type { Session } from './session.ts';
import { settingsHere } from './settings-here.ts';
import { settled } from './settle.ts';
import { textsFor } from './texts.ts';

/** Diagnoses the target whose trouble comes first. */
export async function runDoctor(given: Given, session: Session): Promise<number> {
  const { terminal, clock, env } = session;
  const current = settingsHere(given, session);
  const texts = await textsFor(current.settings, env);
  const only = CHECK_IDS.find((id) => id === given.value('only'));
  const monitor = openDiagnostics(current, given, session, only && [only]);
  // With several, the one in trouble is known once all have answered.
  if (current.settings.targets.length > 1) await settled({ monitor, clock });
  const isJson = given.has('json');
  const tell = isJson
    ? (result: CheckResult): void => terminal.printJson(checkStatus(result))
    : (result: CheckResult): void => terminal.print(...checkLine(result, texts));
  const news = endedAnew();
  const diagnosis = await oneDiagnosis(monitor, { onChange: (run) => news(run).forEach(tell) });
  if (isJson) terminal.printJson(diagnosisStatus(diagnosis));
  else printEnd(diagnosis, texts, session, () => monitor.snapshot());
  return exitCodeOf(lightOfDiagnosis(diagnosis));
}

function printEnd(
  diagnosis: Diagnosis,
  texts: Catalogue,
  { terminal }: Session,
  latest: () => Parameters<typeof endLines>[1],
): void {
  terminal.print();
  for (const line of endLines(diagnosis, latest(), texts)) terminal.print(...line);
}

/** The results of a run that have ended, or have another end since they were told. */
function endedAnew(): (diagnosis: Diagnosis) => readonly CheckResult[] {
  const told = new Map<string, string>();
  return ({ results }) =>
    results.filter(({ id, state }) => {
      if (state.kind === 'waiting' || state.kind === 'running') return false;
      const essence = JSON.stringify(state);
      const isNew = told.get(id) !== essence;
      told.set(id, essence);
      return isNew;
    });
}
