import { homedir, tmpdir } from 'node:os';
import { currentPlatform } from '../current-platform.ts';
import type { Surveyor } from '../surroundings.ts';
import { startSurveyor } from '../surveyor.ts';
import type { Session } from './session.ts';

/**
 * Looks at this computer until the command ends, as the app does, but for the login shell: who types a command has its PATH
 * already, and its start files may take seconds.
 */
export function surveyorHere(cliPath: () => string | undefined, { env, clock, atEnd }: Session): Surveyor {
  const surveyor = startSurveyor({
    env,
    platform: currentPlatform(),
    home: homedir(),
    // What the system brings to look at keychains and ports reads nothing where it is started.
    folder: tmpdir(),
    asksShell: false,
    clock,
    cliPath,
  });
  atEnd(() => surveyor.stop());
  return surveyor;
}
