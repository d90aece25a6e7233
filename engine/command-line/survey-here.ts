import { homedir } from 'node:os';
import type { SettingsFact } from '../../core/diagnosis/facts.ts';
import { currentPlatform } from '../current-platform.ts';
import { emptyFolder } from '../empty-folder.ts';
import { startSurvey, type Survey } from '../survey.ts';
import type { Session } from './session.ts';

export interface SurveyHereOptions {
  readonly cliPath: string | undefined;
  readonly settings: () => SettingsFact;
}

/** The survey of this computer, until the command ends. */
export function surveyHere({ cliPath, settings }: SurveyHereOptions, { env, clock, version, atEnd }: Session): Survey {
  const folder = emptyFolder();
  const survey = startSurvey({
    env,
    platform: currentPlatform(),
    home: homedir(),
    folder: folder.path(),
    clock,
    machine: process.arch,
    // The age of the program is no concern of who runs it from a clone.
    notBefore: 0,
    settings: async () => settings(),
    cliPath: () => cliPath,
    app: () => ({
      version,
      memoryBytes: process.memoryUsage().rss,
      uptimeMs: process.uptime() * 1_000,
      lastErrors: [],
    }),
  });
  atEnd(() => {
    survey.stop();
    folder.remove();
  });
  return survey;
}
