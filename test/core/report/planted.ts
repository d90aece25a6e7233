import { readSettings } from '../../../core/settings.ts';
import type { Evidence, Finding } from '../../../core/health/finding.ts';
import { lightOfAll, type Snapshot, type TargetView } from '../../../core/snapshot.ts';
import type { CliSeen } from '../../../core/sight/local-sight.ts';
import { NOW } from '../states.ts';

const evidenceOf = (text: string): Evidence => ({
  code: text,
  path: text,
  host: text,
  name: text,
  said: text,
  searchedPaths: [text, '/usr/bin/claude'],
  version: text,
  names: [text],
  status: 503,
  pid: 4121,
  at: NOW,
});

const findingOf = (id: Finding['id'], text: string): Finding => ({
  id,
  severity: 'down',
  component: text,
  evidence: evidenceOf(text),
});

const cli = (text: string): CliSeen => ({
  path: text,
  realPath: text,
  source: 'path',
  state: 'program',
  version: text,
});

/** One target that has a text in every field that can come from outside. */
export function plantedTarget(text: string, id = 'target-1'): TargetView {
  const incident = { number: 1, root: 'signed-out', component: text, startedAt: NOW, endedAt: NOW } as const;
  return {
    id,
    name: text,
    url: 'http://localhost:8000',
    light: 'down',
    confirmed: true,
    since: NOW,
    probedAt: NOW,
    ms: 4,
    findings: [findingOf('cli-not-found', text), findingOf('stranger-answers', text), findingOf('signed-out', text)],
    incident,
    lastIncident: incident,
    proof: { finding: 'signed-out', step: 'sign-in', usedAt: NOW, state: 'watching', isPassive: false },
    report: {
      dialect: text,
      basic: false,
      overall: 'down',
      word: text,
      service: text,
      version: text,
      said: text,
      omitted: 0,
      configuration: { host: text },
      error: { kind: 'cli-not-found', searchedPaths: [text] },
      components: [
        {
          id: text,
          health: 'down',
          role: 'required',
          word: text,
          message: text,
          version: text,
          path: text,
          host: text,
          user: text,
          expiresAt: NOW,
        },
      ],
    },
  };
}

/** A snapshot that has a text in every field that can come from outside. */
export function plantedSnapshot(text: string, targets: readonly TargetView[] = [plantedTarget(text)]): Snapshot {
  return {
    seq: 1,
    at: NOW,
    light: lightOfAll(targets),
    targets,
    platform: 'linux',
    appVersion: '0.1.0',
    sight: {
      cli: { candidates: [cli(text), cli(text)], chosen: cli(text), searched: [text] },
      signIn: { place: 'file', present: true, loginExpiresAt: NOW, subscription: text, overriddenBy: [text] },
    },
    diagnosis: {
      targetId: 'target-1',
      number: 1,
      state: 'ended',
      startedAt: NOW,
      endedAt: NOW,
      results: [
        { id: 'port-owner', group: 'proxy', state: { kind: 'found', ms: 12, finding: findingOf('port-taken', text) } },
        { id: 'cli-found', group: 'cli', state: { kind: 'pass', ms: 3, evidence: evidenceOf(text) } },
        { id: 'sign-in-expiry', group: 'sign-in', state: { kind: 'pass', ms: 3, evidence: evidenceOf(text) } },
        { id: 'disk', group: 'computer', state: { kind: 'skipped', because: 'not-on-this-system' } },
        { id: 'clock', group: 'computer', state: { kind: 'timed-out', ms: 900 } },
      ],
    },
    worked: { 'signed-out': 'sign-in' },
    settings: readSettings(undefined),
    settingsTroubles: [],
  };
}
