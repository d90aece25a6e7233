import { app } from 'electron';
import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Platform } from '../core/platform.ts';
import type { Clock } from '../engine/clock.ts';
import { emptyFolderAt } from '../engine/empty-folder.ts';
import { readSettingsFile } from '../engine/settings-file.ts';
import { startSurvey, type Survey, type SurveyOptions } from '../engine/survey.ts';
import type { Log } from './log.ts';

export interface SurveyHereOptions extends Required<Pick<SurveyOptions, 'cliPath' | 'desktop'>> {
  readonly platform: Platform;
  readonly clock: Clock;
  readonly settingsPath: string;
  /** The last of our own log lines about errors, redacted. */
  readonly recentErrors: () => readonly string[];
  readonly log: Log;
}

/** The survey of this very computer. Where no folder can be made, no program is started, and nothing is looked at. */
export function surveyHere(options: SurveyHereOptions): Survey | undefined {
  const { platform, clock, settingsPath, cliPath, desktop, recentErrors, log } = options;
  try {
    const folder = emptyFolderAt(join(dirname(settingsPath), 'empty'));
    const survey = startSurvey({
      env: process.env,
      platform,
      home: homedir(),
      folder: folder.path(),
      clock,
      machine: process.arch,
      notBefore: builtAt(),
      settings: async () => readSettingsFile(settingsPath).fact,
      app: () => appFact(recentErrors()),
      cliPath,
      desktop,
    });
    const stop = (): void => {
      survey.stop();
      folder.remove();
    };
    return { ...survey, stop };
  } catch (error) {
    log('This computer cannot be looked at', error);
    return undefined;
  }
}

// No file of the app is older than the app.
function builtAt(): number {
  try {
    return statSync(app.getAppPath()).mtimeMs;
  } catch {
    // It was moved while it ran: then no clock is called wrong.
    return 0;
  }
}

function appFact(lastErrors: readonly string[]): ReturnType<SurveyOptions['app']> {
  return {
    version: app.getVersion(),
    // Kilobytes of all our processes, each counted by what it alone has in memory, and what it shares.
    memoryBytes: app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize * 1_024, 0),
    uptimeMs: process.uptime() * 1_000,
    lastErrors,
  };
}
