import { SPANS, type Span } from '../../core/history/look-back.ts';
import { historyStatus, incidentsStatus, type TargetPast } from '../../core/report/history-status.ts';
import type { Settings } from '../../core/settings.ts';
import type { Catalogue } from '../../core/text/catalogue.ts';
import { errorCode } from '../processes/error-code.ts';
import { appFolder } from './app-folder.ts';
import { Unavailable, type Given } from './given.ts';
import { historyLines, incidentLines } from './history-lines.ts';
import { pastOf, targetsNamed } from './past-here.ts';
import type { Session } from './session.ts';
import { settingsHere } from './settings-here.ts';
import type { Piece } from './terminal.ts';
import { textsFor } from './texts.ts';

type Lines = (span: Span, targets: readonly TargetPast[], texts: Catalogue) => readonly (readonly Piece[])[];

/** Tells how the targets were. */
export function runHistory(given: Given, session: Session): Promise<number> {
  return tell(given, session, historyStatus, historyLines);
}

/** Tells what went wrong. */
export function runIncidents(given: Given, session: Session): Promise<number> {
  return tell(given, session, incidentsStatus, incidentLines);
}

async function tell(
  given: Given,
  session: Session,
  status: (span: Span, targets: readonly TargetPast[]) => object,
  lines: Lines,
): Promise<number> {
  const { terminal, env } = session;
  const { settings } = settingsHere(given, session);
  const span = SPANS.find((each) => each === given.value('span')) ?? 'day';
  const targets = pastHere(settings, span, given, session);
  if (given.has('json')) terminal.printJson(status(span, targets));
  else for (const line of lines(span, targets, await textsFor(settings, env))) terminal.print(...line);
  return 0;
}

function pastHere(settings: Settings, span: Span, given: Given, { clock, env }: Session): readonly TargetPast[] {
  const folder = appFolder(given.value('folder'), env, process.platform);
  const targets = targetsNamed(given.value('target'), settings);
  try {
    return pastOf(targets, folder, span, clock.now());
  } catch (error) {
    throw new Unavailable(`The history in ${folder} cannot be read (${errorCode(error) ?? String(error)}).`);
  }
}
