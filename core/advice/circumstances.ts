import type { Platform } from '../platform.ts';
import { installerOf, type Installer } from '../sight/installer.ts';
import type { CliSight, LocalSight } from '../sight/local-sight.ts';
import { compareVersions } from '../sight/program-version.ts';

/** The first version with `claude auth`; an older one takes the word for a prompt (measured). */
export const FIRST_WITH_AUTH = '2.1.40';

/**
 * What is known of the CLI on this computer. `unknown`: nobody has looked, or it does not tell its version. `misnamed`: a
 * setting or a variable names a place where it is not.
 */
export type CliAge = 'absent' | 'misnamed' | 'old' | 'current' | 'unknown';

/** What decides which steps fit. */
export interface Circumstances {
  readonly platform: Platform;
  readonly installer?: Installer;
  readonly cli: CliAge;
}

/** The circumstances on a computer, as far as it was looked at. */
export function circumstancesOf(platform: Platform, sight: LocalSight | undefined): Circumstances {
  const chosen = sight?.cli.chosen;
  if (chosen === undefined) return { platform, cli: sight === undefined ? 'unknown' : whyNone(sight.cli) };
  const installer = installerOf(chosen);
  return { platform, cli: ageOf(chosen.version), ...(installer !== undefined && { installer }) };
}

function whyNone({ candidates }: CliSight): CliAge {
  return candidates.some(({ source }) => source === 'setting' || source === 'variable') ? 'misnamed' : 'absent';
}

function ageOf(version: string | undefined): CliAge {
  if (version === undefined) return 'unknown';
  return compareVersions(version, FIRST_WITH_AUTH) < 0 ? 'old' : 'current';
}
