import { describe, expect, it } from 'vitest';
import { diagnosed } from '../../../core/diagnosis/diagnosis.ts';
import type { FindingId } from '../../../core/health/finding.ts';
import type { ScenarioName } from '../../simulator/scenarios.ts';
import { startSimulator } from '../../simulator/simulator.ts';
import { computer, diagnose, type Computer } from './computer.ts';

// What is wrong with the proxy, the CLI and the login, and with the rest; and what must be told as the root cause. The proxy
// of the simulator names a CLI that is not the one here, so where it is well, what is wrong here is a hint.
type Row = readonly [proxy: ScenarioName, cli: Cli, login: Login, rest: Rest, root: FindingId | 'none'];
type Cli = 'fine' | 'missing' | 'locked' | 'old' | 'fails' | 'partial' | 'foreign' | 'garbage' | 'hangs' | 'signed-out';
type Login = 'stored' | 'none' | 'ends-soon' | 'open' | 'by-key';
type Rest = 'fine' | 'web-proxy' | 'bad-settings';

const ROWS: readonly Row[] = [
  // Nothing, or nothing that breaks anything.
  ['healthy', 'fine', 'stored', 'fine', 'cli-is-another'],
  ['basic-only', 'fine', 'stored', 'fine', 'none'],
  ['basic-only', 'fine', 'stored', 'web-proxy', 'loopback-proxied'],
  ['basic-only', 'fine', 'stored', 'bad-settings', 'settings-damaged'],
  ['basic-only', 'fine', 'open', 'fine', 'credentials-open'],
  ['basic-only', 'fine', 'ends-soon', 'fine', 'sign-in-expires-soon'],
  ['basic-only', 'fine', 'ends-soon', 'web-proxy', 'sign-in-expires-soon'],
  ['basic-only', 'old', 'stored', 'fine', 'cli-too-old'],
  // One fault, and others that follow from it or stand beside it.
  ['refusing', 'fine', 'stored', 'fine', 'proxy-not-running'],
  ['refusing', 'missing', 'stored', 'fine', 'proxy-not-running'],
  ['refusing', 'missing', 'none', 'fine', 'proxy-not-running'],
  ['refusing', 'fails', 'none', 'web-proxy', 'proxy-not-running'],
  ['refusing', 'old', 'ends-soon', 'bad-settings', 'proxy-not-running'],
  ['refusing', 'partial', 'open', 'web-proxy', 'proxy-not-running'],
  ['stranger', 'fine', 'stored', 'fine', 'stranger-answers'],
  ['stranger', 'missing', 'none', 'fine', 'stranger-answers'],
  ['stranger', 'locked', 'stored', 'web-proxy', 'stranger-answers'],
  ['stranger', 'fine', 'none', 'bad-settings', 'stranger-answers'],
  ['port-taken', 'fine', 'stored', 'fine', 'port-taken'],
  ['port-taken', 'missing', 'stored', 'fine', 'port-taken'],
  ['port-taken', 'fine', 'none', 'web-proxy', 'port-taken'],
  ['port-taken', 'signed-out', 'none', 'fine', 'port-taken'],
  ['error-500', 'fine', 'stored', 'fine', 'reported-unhealthy'],
  ['cli-missing', 'missing', 'stored', 'fine', 'cli-not-found'],
  ['cli-missing', 'missing', 'none', 'fine', 'cli-not-found'],
  ['cli-missing', 'missing', 'none', 'web-proxy', 'cli-not-found'],
  ['cli-missing', 'fine', 'stored', 'fine', 'cli-not-found'],
  ['cli-missing', 'fine', 'none', 'fine', 'cli-not-found'],
  ['cli-missing', 'fine', 'open', 'bad-settings', 'cli-not-found'],
  ['cli-missing', 'old', 'stored', 'fine', 'cli-not-found'],
  ['cli-unhealthy', 'partial', 'stored', 'fine', 'cli-incomplete'],
  ['cli-unhealthy', 'partial', 'none', 'fine', 'cli-incomplete'],
  ['cli-unhealthy', 'locked', 'stored', 'fine', 'cli-unusable'],
  ['cli-unhealthy', 'locked', 'none', 'web-proxy', 'cli-unusable'],
  ['cli-unhealthy', 'foreign', 'stored', 'fine', 'cli-broken'],
  ['cli-unhealthy', 'fails', 'stored', 'fine', 'cli-broken'],
  ['cli-unhealthy', 'fails', 'none', 'bad-settings', 'cli-broken'],
  ['cli-unhealthy', 'garbage', 'stored', 'fine', 'cli-broken'],
  ['cli-unhealthy', 'missing', 'stored', 'fine', 'cli-not-found'],
  ['cli-unhealthy', 'missing', 'none', 'fine', 'cli-not-found'],
  ['cli-unhealthy', 'hangs', 'stored', 'fine', 'cli-hangs'],
  ['basic-only', 'hangs', 'none', 'fine', 'cli-hangs'],
  ['basic-only', 'missing', 'none', 'fine', 'cli-not-found'],
  ['basic-only', 'missing', 'stored', 'web-proxy', 'cli-not-found'],
  ['basic-only', 'partial', 'stored', 'fine', 'cli-incomplete'],
  ['basic-only', 'fails', 'none', 'fine', 'cli-broken'],
  ['basic-only', 'foreign', 'none', 'fine', 'cli-broken'],
  ['signed-out', 'fine', 'none', 'fine', 'signed-out'],
  ['signed-out', 'signed-out', 'none', 'fine', 'signed-out'],
  ['signed-out', 'signed-out', 'none', 'web-proxy', 'signed-out'],
  ['signed-out', 'fine', 'stored', 'fine', 'signed-out'],
  ['signed-out', 'old', 'none', 'fine', 'signed-out'],
  ['signed-out', 'fails', 'none', 'fine', 'cli-broken'],
  ['signed-out', 'missing', 'none', 'fine', 'cli-not-found'],
  ['unauthenticated', 'fine', 'none', 'fine', 'signed-out'],
  ['unauthenticated', 'fine', 'open', 'bad-settings', 'signed-out'],
  ['logged-out', 'fine', 'none', 'fine', 'signed-out'],
  ['basic-only', 'signed-out', 'none', 'fine', 'signed-out'],
  ['basic-only', 'fine', 'none', 'bad-settings', 'signed-out'],
  ['basic-only', 'fine', 'by-key', 'fine', 'none'],
  ['healthy', 'fine', 'none', 'fine', 'signed-out'],
  ['degraded', 'fine', 'stored', 'fine', 'reported-degraded'],
  ['degraded', 'fine', 'ends-soon', 'web-proxy', 'reported-degraded'],
];

const CLIS: Readonly<Record<Exclude<Cli, 'missing'>, string>> = {
  fine: 'signed-in.sh',
  locked: 'signed-in.sh',
  old: 'old.sh',
  fails: 'fails.sh',
  partial: 'npm-placeholder',
  foreign: 'illegal-instruction.sh',
  garbage: 'says-garbage.sh',
  hangs: 'hangs.sh',
  'signed-out': 'signed-out.sh',
};

function lay([, cli, login, rest]: Row): Computer {
  const variables = {
    ...(rest === 'web-proxy' && { http_proxy: 'http://proxy.example:3128' }),
    ...(login === 'by-key' && { ANTHROPIC_API_KEY: 'sk-ant-planted' }),
  };
  const here = computer(variables);
  if (cli !== 'missing') here.installCli(CLIS[cli], cli === 'locked' ? 0o644 : 0o755);
  if (login === 'stored') here.storeLogin();
  if (login === 'open') here.storeLogin(undefined, 0o644);
  if (login === 'ends-soon') here.storeLogin(Date.now() + 86_400_000);
  if (rest === 'bad-settings') here.writeSettings('{"interval":"often"}');
  return here;
}

describe('faults on top of each other', () => {
  it.concurrent.each(ROWS)('proxy %s, CLI %s, login %s, rest %s: %s', async (...row) => {
    const [scenario, , , , root] = row;
    const here = lay(row);
    const proxy = await startSimulator({ scenario });
    try {
      const diagnosis = await diagnose(here.watch(proxy.url));
      expect(diagnosed(diagnosis)[0]?.id ?? 'none').toBe(root);
    } finally {
      here.switchOff();
      await proxy.close();
    }
  });

  it('are at least sixty', () => {
    expect(ROWS.length).toBeGreaterThanOrEqual(60);
  });
});
