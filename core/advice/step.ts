import type { Platform } from '../platform.ts';
import type { CliAge, Circumstances } from './circumstances.ts';
import type { CommandId, TerminalCommand } from './commands.ts';
import type { LinkId } from './links.ts';
import type { Installer } from '../sight/installer.ts';

/** Every step. Its words stand in the catalogue, under this id. */
export const STEP_IDS = [
  'install-cli',
  'install-by-homebrew',
  'install-by-winget',
  'repair-by-npm',
  'repair-cli',
  'update-cli',
  'read-install-guide',
  'set-cli-path',
  'set-cli-path-instead',
  'find-cli',
  'find-all',
  'keep-one-cli',
  'sign-in',
  'sign-in-by-prompt',
  'choose-port-flag',
  'choose-port-env',
  'stop-stranger',
  'this-is-my-proxy',
  'stop-other-program',
  'start-proxy',
  'restart-proxy',
  'read-proxy-log',
  'check-address',
  'check-again',
  'read-troubleshooting',
  'limit-to-loopback',
  'use-once',
  'come-back',
  'nothing-to-do',
  'unset-variable',
  'close-credentials',
  'own-credentials',
  'except-loopback',
  'protect-cli',
  'set-clock',
  'free-disk',
  'mend-settings',
  'add-tray',
  'add-notifications',
  'restart-app',
] as const;

export type StepId = (typeof STEP_IDS)[number];

/** When a step fits. Absent: always. */
export interface Terms {
  readonly on?: readonly Platform[];
  readonly by?: readonly (Installer | 'unknown')[];
  readonly cli?: readonly CliAge[];
}

/**
 * One step of a remedy. `copy`: a constant command. `terminal`: the same, which we can also run in a terminal that we open.
 * `open`: a constant page. `do`: an action of this app. `wait`: something the user does elsewhere, while we watch for it.
 */
export type Step = Terms &
  (
    | { readonly kind: 'copy'; readonly id: StepId; readonly command: CommandId }
    | { readonly kind: 'terminal'; readonly id: StepId; readonly command: TerminalCommand }
    | { readonly kind: 'open'; readonly id: StepId; readonly link: LinkId }
    | { readonly kind: 'do'; readonly id: StepId; readonly action: 'check-now' | 'accept' }
    | { readonly kind: 'wait'; readonly id: StepId }
  );

/** Whether a step fits where it would be taken. */
export function fits({ on, by, cli }: Terms, at: Circumstances): boolean {
  if (on !== undefined && !on.includes(at.platform)) return false;
  if (by !== undefined && !by.includes(at.installer ?? 'unknown')) return false;
  return cli === undefined || cli.includes(at.cli);
}
