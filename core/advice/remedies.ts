import type { FindingId } from '../health/finding.ts';
import type { Circumstances } from './circumstances.ts';
import type { CommandId } from './commands.ts';
import type { LinkId } from './links.ts';
import { fits, type Step, type StepId, type Terms } from './step.ts';

/** No remedy is longer: who needs more steps than these needs a guide. */
export const MAX_STEPS = 4;

const copy = (id: StepId, command: CommandId, terms: Terms = {}): Step => ({ kind: 'copy', id, command, ...terms });
const open = (id: StepId, link: LinkId, terms: Terms = {}): Step => ({ kind: 'open', id, link, ...terms });
const wait = (id: StepId, terms: Terms = {}): Step => ({ kind: 'wait', id, ...terms });
const checkAgain: Step = { kind: 'do', id: 'check-again', action: 'check-now' };
const restart = wait('restart-proxy');
const readLog = wait('read-proxy-log');
const guide = open('read-install-guide', 'install-guide');
const troubleshooting = open('read-troubleshooting', 'troubleshooting');

const signIn: readonly Step[] = [
  { kind: 'terminal', id: 'sign-in', command: 'sign-in', cli: ['current', 'unknown', 'absent', 'misnamed'] },
  { kind: 'terminal', id: 'sign-in-by-prompt', command: 'start-claude', cli: ['old'] },
];
const install: readonly Step[] = [
  copy('install-cli', 'install-native'),
  copy('install-by-homebrew', 'install-homebrew', { on: ['mac'] }),
  copy('install-by-winget', 'install-winget', { on: ['windows'] }),
];
const update: readonly Step[] = [
  { kind: 'terminal', id: 'update-cli', command: 'update-native', by: ['native'] },
  copy('update-cli', 'update-npm', { by: ['npm'] }),
  copy('update-cli', 'update-homebrew', { by: ['homebrew'], on: ['mac', 'linux'] }),
  copy('update-cli', 'update-winget', { by: ['winget'], on: ['windows'] }),
];
const repair: readonly Step[] = [
  copy('repair-by-npm', 'install-npm', { by: ['npm'] }),
  copy('repair-cli', 'install-native', { by: ['native'] }),
  copy('repair-cli', 'install-homebrew', { by: ['homebrew'], on: ['mac', 'linux'] }),
  copy('repair-cli', 'install-winget', { by: ['winget'], on: ['windows'] }),
];

/** All steps about each finding, the best first. A finding without a row does not compile. */
const STEPS: Readonly<Record<FindingId, readonly Step[]>> = {
  'bad-address': [wait('check-address'), checkAgain],
  'proxy-not-running': [wait('start-proxy')],
  'port-taken': [
    copy('choose-port-flag', 'other-port-flag'),
    copy('choose-port-env', 'other-port-env'),
    wait('stop-other-program'),
  ],
  'stranger-answers': [
    wait('stop-stranger'),
    wait('check-address'),
    { kind: 'do', id: 'this-is-my-proxy', action: 'accept' },
  ],
  'starting-up': [wait('nothing-to-do')],
  restarting: [readLog, restart],
  'not-responding': [restart, readLog],
  'health-stuck': [copy('find-cli', 'find-cli'), restart],
  'connection-lost': [restart, readLog],
  'no-health-page': [wait('check-address'), checkAgain],
  locked: [wait('check-address'), checkAgain],
  'rate-limited': [wait('nothing-to-do')],
  'server-error': [readLog, restart],
  'cli-not-found': [
    copy('set-cli-path', 'set-cli-path', { cli: ['current', 'old', 'unknown', 'misnamed'] }),
    ...install.map((step): Step => ({ ...step, cli: ['absent', 'unknown'] })),
    copy('set-cli-path-instead', 'set-cli-path', { cli: ['absent'] }),
    restart,
    guide,
  ],
  'cli-unusable': [
    ...repair,
    copy('install-cli', 'install-native', { by: ['npm', 'homebrew', 'winget', 'unknown'] }),
    guide,
  ],
  'cli-unsafe': [wait('protect-cli'), copy('find-all', 'find-all'), checkAgain],
  'cli-wrong-machine': [...repair, guide],
  'cli-incomplete': [copy('repair-by-npm', 'install-npm'), guide],
  'cli-needs-node': [...update, copy('install-cli', 'install-native'), guide],
  'cli-hangs': [...update, restart, troubleshooting],
  'cli-broken': [...repair, copy('find-cli', 'find-cli'), restart, troubleshooting],
  'cli-too-old': [...update, guide],
  'cli-settings-damaged': [troubleshooting, checkAgain],
  'credentials-unreadable': [wait('own-credentials', { on: ['mac', 'linux'] }), ...signIn],
  'signed-out': [...signIn, wait('come-back')],
  'sign-in-expired': [wait('use-once'), ...signIn],
  'signed-out-here': [...signIn, restart],
  'sign-in-failing': [...signIn, restart],
  'sign-in-overridden': [wait('unset-variable'), restart],
  'sign-in-expires-soon': [...signIn, wait('come-back')],
  'upstream-failing': [readLog, ...signIn, restart],
  'component-failing': [readLog, restart],
  'reported-unhealthy': [readLog, restart],
  'reported-degraded': [readLog, checkAgain],
  'not-understood': [wait('check-address'), checkAgain],
  contradiction: [readLog],
  'exposed-to-network': [wait('limit-to-loopback')],
  'credentials-open': [copy('close-credentials', 'close-credentials', { on: ['mac', 'linux'] }), checkAgain],
  'cli-is-another': [copy('set-cli-path', 'set-cli-path'), restart],
  'several-clis': [copy('find-all', 'find-all'), wait('keep-one-cli')],
  'paths-differ': [copy('set-cli-path', 'set-cli-path'), restart],
  'loopback-proxied': [copy('except-loopback', 'except-loopback'), restart],
  'errors-unusual': [readLog, checkAgain],
  'slow-answer': [readLog, checkAgain],
  'one-family-only': [wait('check-address')],
  'clock-wrong': [wait('set-clock'), checkAgain],
  'disk-full': [wait('free-disk'), checkAgain],
  'settings-damaged': [wait('mend-settings')],
  'no-tray-host': [wait('add-tray')],
  'no-notifications': [wait('add-notifications')],
  'app-troubled': [wait('restart-app')],
};

/**
 * What to do about a finding, one to four steps, best first; one that worked before comes before all others. Only what
 * fits the operating system and the way in which the CLI was installed.
 */
export function remedy(finding: FindingId, at: Circumstances, worked?: StepId): readonly Step[] {
  const fitting = STEPS[finding].filter((step) => fits(step, at));
  const known = fitting.filter(({ id }) => id === worked);
  return [...known, ...fitting.filter(({ id }) => id !== worked)].slice(0, MAX_STEPS);
}
