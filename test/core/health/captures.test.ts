import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Health } from '../../../core/health/light.ts';
import { judge } from '../../../core/health/judge.ts';
import { rawAnswer } from '../../fixtures/raw-answer.ts';
import { fixture } from '../../fixtures/read.ts';

type Expected = readonly [light: Health, root: string, dialect: string];

// What a careful reader of each answer would say. Where it differs from the proxy's own word, the reason stands beside.
const EXPECTED: Readonly<Record<string, Expected>> = {
  '0235-jp-0.7.1/detailed-404': ['unknown', 'no-health-page', ''],
  '0235-jp-0.7.1/health-200-degraded-workspace-readonly': ['degraded', 'component-failing', 'checks'],
  '0235-jp-0.7.1/health-503-cli-broken': ['down', 'cli-broken', 'checks'],
  '0235-jp-0.7.1/health-503-cli-hangs': ['down', 'cli-broken', 'checks'],
  '0235-jp-0.7.1/health-503-cli-missing': ['down', 'cli-not-found', 'checks'],
  '0235-jp-0.7.1/health-503-workspace-missing': ['down', 'component-failing', 'checks'],
  '0235-jp-0.7.1/health-healthy': ['healthy', '', 'checks'],
  'ccproxy-0.1.7/detailed-404': ['unknown', 'no-health-page', ''],
  'ccproxy-0.1.7/health-503-fail-cli-exec-format': ['down', 'cli-broken', 'health-json'],
  'ccproxy-0.1.7/health-503-fail-cli-exec-format.ready': ['down', 'cli-broken', 'health-json'],
  // It says "warn" for ever because codex is not installed: Claude is served all the same.
  'ccproxy-0.1.7/health-all-good-but-no-codex': ['healthy', 'component-failing', 'health-json'],
  'ccproxy-0.1.7/health-all-good-but-no-codex.ready': ['healthy', 'component-failing', 'health-json'],
  'ccproxy-0.1.7/health-all-pass': ['healthy', '', 'health-json'],
  'ccproxy-0.1.7/health-all-pass.ready': ['healthy', '', 'health-json'],
  // It only warns with 200, but with neither a CLI that works nor a login it can serve nobody.
  'ccproxy-0.1.7/health-badjson-broken-cli': ['down', 'cli-broken', 'health-json'],
  'ccproxy-0.1.7/health-nothing-installed': ['down', 'cli-not-found', 'health-json'],
  // The readiness page says "pass" over checks that warn: the checks are believed.
  'ccproxy-0.1.7/health-badjson-broken-cli.ready': ['degraded', 'cli-broken', 'health-json'],
  'ccproxy-0.1.7/health-nothing-installed.ready': ['degraded', 'cli-not-found', 'health-json'],
  'ccproxy-0.1.7/health-creds-is-dir': ['degraded', 'signed-out', 'health-json'],
  'ccproxy-0.1.7/health-creds-is-dir.ready': ['degraded', 'sign-in-failing', 'health-json'],
  'ccproxy-0.1.7/health-token-expired': ['degraded', 'sign-in-expired', 'health-json'],
  'ccproxy-0.1.7/health-token-expired.ready': ['degraded', 'sign-in-failing', 'health-json'],
  // The liveness page proves that the process runs, and nothing else.
  'ccproxy-0.1.7/live': ['healthy', '', 'health-json basic'],
  'ccproxy-0.1.7/live-while-health-hangs': ['healthy', '', 'health-json basic'],
  'ccr-1.0.73/apikey-health': ['healthy', '', 'minimal basic'],
  'ccr-1.0.73/apikey-metrics': ['unknown', 'locked', ''],
  'ccr-1.0.73/apikey-models': ['unknown', 'locked', ''],
  'ccr-1.0.73/apikey-root': ['unknown', 'not-understood', ''],
  'ccr-1.0.73/detailed': ['unknown', 'no-health-page', ''],
  'ccr-1.0.73/health': ['healthy', '', 'minimal basic'],
  'ccr-1.0.73/metrics': ['unknown', 'no-health-page', ''],
  'ccr-1.0.73/ready': ['unknown', 'no-health-page', ''],
  'ccr-1.0.73/root': ['unknown', 'not-understood', ''],
  'meridian-1.40.0/apikey-health': ['degraded', 'reported-degraded', 'minimal basic'],
  'meridian-1.40.0/apikey-metrics-401': ['unknown', 'locked', ''],
  'meridian-1.40.0/detailed-404': ['unknown', 'no-health-page', ''],
  'meridian-1.40.0/health-503-unhealthy-after-logout': ['down', 'signed-out', 'auth-block'],
  'meridian-1.40.0/health-healthy-with-email': ['healthy', '', 'auth-block'],
  // A token that was made up counts as a login there: the proxy cannot know better, and neither can we from here.
  'meridian-1.40.0/health-healthy-with-made-up-token': ['healthy', '', 'auth-block'],
  'meridian-1.40.0/health-no-claude-in-path': ['degraded', 'reported-degraded', 'minimal basic'],
  'meridian-1.40.0/health-not-logged-in': ['degraded', 'reported-degraded', 'minimal basic'],
  'meridian-1.40.0/metrics-after-error': ['unknown', 'not-understood', ''],
  'meridian-1.40.0/metrics-empty': ['unknown', 'not-understood', ''],
  'meridian-1.40.0/post-messages-made-up-token': ['unknown', 'locked', ''],
  'meridian-1.40.0/profiles-list': ['unknown', 'not-understood', ''],
  'meridian-1.40.0/root-html': ['down', 'stranger-answers', ''],
  'meridian-1.40.0/root-json': ['healthy', '', 'minimal basic'],
  'not-a-proxy/python-http.server-health-404': ['down', 'stranger-answers', ''],
  'not-a-proxy/python-http.server-root-200-html': ['down', 'stranger-answers', ''],
};

const recorded = (name: string): Expected => {
  const { light, findings, report } = judge(rawAnswer(fixture(`captures/${name}.http`), '/health'));
  const basic = report?.basic === true ? ' basic' : '';
  return [light, findings[0]?.id ?? '', `${report?.dialect ?? ''}${basic}`];
};

describe('recorded answers of real proxies', () => {
  it.each(Object.entries(EXPECTED))('%s', (name, expected) => {
    expect(recorded(name)).toEqual(expected);
  });

  it('leaves none out', () => {
    const folder = new URL('../../fixtures/captures', import.meta.url);
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const http = names.filter((name) => name.endsWith('.http')).map((name) => name.slice(0, -'.http'.length));
    expect(new Set(http)).toEqual(new Set(Object.keys(EXPECTED)));
  });
});
