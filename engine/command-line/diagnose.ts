import { join } from 'node:path';
import { CHECK_IDS, type CheckId } from '../../core/diagnosis/check.ts';
import type { Diagnosis } from '../../core/diagnosis/diagnosis.ts';
import { worstTarget, type Snapshot } from '../../core/snapshot.ts';
import type { Monitor } from '../monitor.ts';
import { readSettingsFile } from '../settings-file.ts';
import type { CurrentSettings } from '../settings-store.ts';
import { loadWorked } from '../worked-file.ts';
import { appFolder } from './app-folder.ts';
import { Unavailable, type Given } from './given.ts';
import { openMonitor } from './open-monitor.ts';
import type { Session } from './session.ts';
import { settingsPath } from './settings-here.ts';
import { surveyHere } from './survey-here.ts';

// They are about a desktop, and who asks sits at a terminal.
const NOT_HERE: ReadonlySet<CheckId> = new Set(['tray-host', 'notifications']);

/** A monitor that looks at this computer as well, as the app does, and can diagnose. */
export function openDiagnostics(
  current: CurrentSettings,
  given: Given,
  session: Session,
  checks: readonly CheckId[] = CHECK_IDS.filter((id) => !NOT_HERE.has(id)),
): Monitor {
  const { cliPath } = current.settings;
  const path = settingsPath(given, session);
  const survey = surveyHere({ cliPath, settings: () => readSettingsFile(path).fact }, session);
  const folder = appFolder(given.value('folder'), session.env, process.platform);
  const worked = loadWorked(join(folder, 'worked.json'));
  return openMonitor(current, session, { surveyor: survey, facts: survey.facts, checks, worked });
}

export interface DiagnosisOptions {
  /** Absent: the one whose trouble comes first. */
  readonly targetId?: string | undefined;
  /** Called with each state of the run; the last one has ended. */
  readonly onChange?: (diagnosis: Diagnosis, snapshot: Snapshot) => void;
  /** Ends it early, with what there is. */
  readonly signal?: AbortSignal;
}

/** Diagnoses a target and gives the end of the run. Only one may be under way. Throws `Unavailable` where there is no target. */
export async function oneDiagnosis(
  monitor: Monitor,
  { targetId, onChange, signal }: DiagnosisOptions = {},
): Promise<Diagnosis> {
  const before = monitor.snapshot();
  const id = targetId ?? worstTarget(before)?.id;
  if (id === undefined) throw new Unavailable('There is no proxy in the settings.');
  const stop = (): void => monitor.stopDiagnosis();
  const ended = new Promise<Diagnosis>((resolve) => {
    const unfollow = monitor.onSnapshot((snapshot) => {
      const { diagnosis } = snapshot;
      if (diagnosis === undefined || diagnosis.number === before.diagnosis?.number) return;
      onChange?.(diagnosis, snapshot);
      if (diagnosis.state === 'running') return;
      unfollow();
      signal?.removeEventListener('abort', stop);
      resolve(diagnosis);
    });
  });
  signal?.addEventListener('abort', stop);
  monitor.diagnose(id);
  if (signal?.aborted === true) stop();
  return ended;
}
