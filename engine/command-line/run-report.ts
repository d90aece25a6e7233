import { redactor } from '../../core/report/redact.ts';
import { writeReport } from '../../core/report/write-report.ts';
import { english } from '../../core/text/english.ts';
import { privateWords } from '../private-words.ts';
import { oneDiagnosis, openDiagnostics } from './diagnose.ts';
import type { Given } from './given.ts';
import type { Session } from './session.ts';
import { settingsHere } from './settings-here.ts';
import { settled } from './settle.ts';

/** Diagnoses, and writes the report of it. */
export async function runReport(given: Given, session: Session): Promise<number> {
  const { terminal, clock } = session;
  const monitor = openDiagnostics(settingsHere(given, session), given, session);
  await settled({ monitor, clock });
  await oneDiagnosis(monitor);
  const format = given.has('json') ? 'json' : 'markdown';
  const report = writeReport(monitor.snapshot(), { format, texts: english, redact: redactor(privateWords()) });
  for (const line of report.trimEnd().split('\n')) terminal.print(line);
  return 0;
}
