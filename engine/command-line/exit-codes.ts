import type { Light } from '../../core/health/light.ts';

/**
 * What the exit code tells. The first four are those of a Nagios plugin as well; from `usage` on they are EX_USAGE,
 * EX_DATAERR, EX_NOINPUT and EX_UNAVAILABLE of sysexits.h; `differs` is that of `diff`. A signal ends with 128 and its number, as a shell tells it.
 */
export const EXIT = {
  healthy: 0,
  degraded: 1,
  down: 2,
  unknown: 3,
  differs: 1,
  usage: 64,
  badData: 65,
  noInput: 66,
  unavailable: 69,
} as const;

/** The exit code of a light. A paused target is not asked, so there is no proof either way. */
export function exitCodeOf(light: Light): number {
  return light === 'paused' ? EXIT.unknown : EXIT[light];
}
