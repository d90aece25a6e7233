import { homedir } from 'node:os';
import { currentPlatform } from '../current-platform.ts';
import { emptyFolder } from '../empty-folder.ts';
import type { MonitorOptions } from '../monitor.ts';
import { readSettingsFile } from '../settings-file.ts';
import { startSurvey } from '../survey.ts';
import type { Given } from './given.ts';
import type { Session } from './session.ts';
import { settingsPath } from './settings-here.ts';

/** The ways to look at this computer, until the command ends. */
export function surveyHere(
  given: Given,
  session: Session,
  cliPath: string | undefined,
): Pick<MonitorOptions, 'surveyor' | 'facts'> {
  const { env, clock, version } = session;
  const folder = emptyFolder();
  const survey = startSurvey({
    env,
    platform: currentPlatform(),
    home: homedir(),
    folder: folder.path,
    clock,
    machine: process.arch,
    // When this program was built is not known: no clock is called wrong for it.
    notBefore: 0,
    settings: async () => readSettingsFile(settingsPath(given, session)).fact,
    app: () => ({
      version,
      memoryBytes: process.memoryUsage().rss,
      uptimeMs: process.uptime() * 1_000,
      lastErrors: [],
    }),
    cliPath: () => cliPath,
  });
  session.atEnd(() => {
    survey.stop();
    folder.remove();
  });
  return { surveyor: survey, facts: survey.facts };
}
