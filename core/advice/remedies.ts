import type { FindingId } from '../health/finding.ts';
import type { CommandId } from './commands.ts';
import type { LinkId } from './links.ts';

/** The words of a step stand in the catalogue, under this id. */
export type StepId =
  | 'install-cli'
  | 'read-install-guide'
  | 'set-cli-path'
  | 'find-cli'
  | 'sign-in'
  | 'choose-port-flag'
  | 'choose-port-env'
  | 'stop-stranger'
  | 'this-is-my-proxy'
  | 'stop-other-program'
  | 'start-proxy'
  | 'restart-proxy'
  | 'read-proxy-log'
  | 'check-address'
  | 'check-again'
  | 'read-troubleshooting'
  | 'limit-to-loopback'
  | 'use-once'
  | 'come-back'
  | 'nothing-to-do';

/**
 * One step of a remedy. `copy`: a constant command. `open`: a constant page. `do`: an action of this app. `wait`:
 * something the user does elsewhere, while we watch for it.
 */
export type Step =
  | { readonly kind: 'copy'; readonly id: StepId; readonly command: CommandId }
  | { readonly kind: 'open'; readonly id: StepId; readonly link: LinkId }
  | { readonly kind: 'do'; readonly id: StepId; readonly action: 'check-now' | 'accept' }
  | { readonly kind: 'wait'; readonly id: StepId };

const copy = (id: StepId, command: CommandId): Step => ({ kind: 'copy', id, command });
const open = (id: StepId, link: LinkId): Step => ({ kind: 'open', id, link });
const wait = (id: StepId): Step => ({ kind: 'wait', id });
const checkAgain: Step = { kind: 'do', id: 'check-again', action: 'check-now' };

/** What to do about each finding, best step first: one to four. A finding without a row does not compile. */
export const REMEDIES: Readonly<Record<FindingId, readonly [Step, ...Step[]]>> = {
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
  'not-responding': [wait('restart-proxy')],
  'health-stuck': [copy('find-cli', 'find-cli'), wait('restart-proxy')],
  'connection-lost': [wait('restart-proxy'), wait('read-proxy-log')],
  'no-health-page': [wait('check-address'), checkAgain],
  locked: [wait('check-address'), checkAgain],
  'rate-limited': [wait('nothing-to-do')],
  'server-error': [wait('read-proxy-log'), wait('restart-proxy')],
  'cli-not-found': [
    copy('install-cli', 'install-cli'),
    copy('set-cli-path', 'set-cli-path'),
    wait('restart-proxy'),
    open('read-install-guide', 'install-guide'),
  ],
  'cli-broken': [copy('find-cli', 'find-cli'), open('read-troubleshooting', 'troubleshooting'), wait('restart-proxy')],
  'signed-out': [copy('sign-in', 'sign-in'), wait('come-back')],
  'sign-in-expired': [wait('use-once'), copy('sign-in', 'sign-in')],
  'sign-in-failing': [copy('sign-in', 'sign-in'), wait('restart-proxy')],
  'component-failing': [wait('read-proxy-log'), wait('restart-proxy')],
  'reported-unhealthy': [wait('read-proxy-log'), wait('restart-proxy')],
  'reported-degraded': [wait('read-proxy-log'), checkAgain],
  'not-understood': [wait('check-address'), checkAgain],
  contradiction: [wait('read-proxy-log')],
  'exposed-to-network': [wait('limit-to-loopback')],
};
