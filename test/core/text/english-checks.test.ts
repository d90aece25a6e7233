import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK_IDS, type CheckId } from '../../../core/diagnosis/check.ts';
import { CHECKS } from '../../../core/diagnosis/checks.ts';
import { CONTRADICTION_IDS, FINDING_IDS, type Evidence } from '../../../core/health/finding.ts';
import { plain } from '../../../core/plain.ts';
import { english } from '../../../core/text/english.ts';
import { MAX_PASSED } from '../../../core/text/passed.ts';
import { DAY, HOUR, judged, NOW, WELL } from '../diagnosis/well.ts';

const HOME = `/home/${'x'.repeat(200)}/.local/bin/claude`;
const EMPTY_WORDS = /undefined|null|NaN|Infinity|\[object|\(\s*\)|“”|^[\s,]|[\s,]$|, ,|\s{2}/;

const passed = (id: CheckId, evidence: Evidence): string => english.checks[id].passed(evidence);

/** Every text in the words of a check that passed on a computer on which all is well. */
function wellOf(id: CheckId): string {
  const check = CHECKS.find((of) => of.id === id);
  const judgement = check && judged(check);
  return judgement?.kind === 'pass' ? passed(id, judgement.evidence) : '';
}

describe('the words of the checks', () => {
  it('name each check, shortly and differently', () => {
    const names = CHECK_IDS.map((id) => english.checks[id].name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.length < 3 || name.length > 30 || /[.!?]$/.test(name))).toEqual([]);
  });

  it.each<readonly [CheckId, string]>([
    ['proxy-answers', '/health/detailed, after 4 ms'],
    ['address-family', '127.0.0.1'],
    ['response-time', '4 ms'],
    ['dialect', 'understood as “documented”'],
    ['identity', 'claude-proxy'],
    ['reported-health', '“healthy”, 3 parts'],
    ['port-owner', 'node proxy.js (process 4121), user me, for 2 h'],
    ['process-age', 'for 2 h'],
    ['exposure', 'listens on 127.0.0.1'],
    ['cli-found', '/usr/local/bin/claude'],
    ['cli-executable', '/usr/local/bin/claude'],
    ['cli-machine', 'x64'],
    ['cli-runs', '2.1.330, after 72 ms'],
    ['cli-version', '2.1.330'],
    ['cli-single', '/usr/local/bin/claude'],
    ['cli-same', '/usr/local/bin/claude'],
    ['search-path', 'on the search path'],
    ['cli-settings', 'readable'],
    ['sign-in-stored', 'max plan, in its file'],
    ['sign-in-status', 'a credential is present, by claude.ai'],
    ['sign-in-expiry', 'in 20 d'],
    ['sign-in-override', 'no such variable is set'],
    ['credentials-file', 'only you can read it'],
    ['views-agree', 'nothing contradicts'],
    ['loopback-proxy', 'none is set'],
    ['disk', '12.3 GB free'],
    ['settings-file', 'all of them readable'],
    ['tray-host', 'present'],
    ['notifications', 'present'],
    ['pilot-light', '0.1.0, 98.8 MB, up 3 h'],
  ])('%s: %s', (id, text) => {
    expect(wellOf(id)).toBe(text);
  });

  it('tell the clock as it stands', () => {
    expect(wellOf('clock')).toMatch(/^2[123] Nov 2026|^Nov 2[123], 2026/);
  });

  it.each<readonly [CheckId, Evidence, string]>([
    ['response-time', { status: 200, ms: 4 }, '200 in 4 ms'],
    ['dialect', { name: 'minimal', code: 'basic' }, 'understood as “minimal”, basic'],
    ['identity', {}, 'it gives no name'],
    ['address-family', { names: ['127.0.0.1', '::1'] }, '127.0.0.1 and ::1'],
    ['port-owner', { port: 8000, code: 'other-user' }, 'a process of another user'],
    ['port-owner', { port: 8000 }, 'a process'],
    ['port-owner', { name: 'nginx', pid: 7 }, 'nginx (process 7)'],
    ['cli-machine', { name: 'node', code: 'script' }, 'a script for node'],
    ['search-path', { code: 'known-place' }, 'in a usual place, on no search path'],
    ['sign-in-stored', { code: 'keychain' }, 'in the keychain'],
    ['sign-in-stored', { names: ['ANTHROPIC_API_KEY'] }, 'none needed: ANTHROPIC_API_KEY signs in'],
    ['sign-in-override', { names: ['ANTHROPIC_API_KEY'] }, 'ANTHROPIC_API_KEY is the sign-in'],
    ['credentials-file', { code: 'keychain' }, 'in the keychain'],
    ['views-agree', { code: 'only-here' }, 'signed out there; here a credential is present, valid or not'],
    ['loopback-proxy', { names: ['HTTP_PROXY'] }, 'this computer is excepted from HTTP_PROXY'],
    ['cli-settings', { code: 'absent' }, 'none yet'],
    ['settings-file', { code: 'absent' }, 'the defaults'],
    ['tray-host', { code: 'unneeded' }, 'part of this system'],
  ])('%s %j: %s', (id, evidence, text) => {
    expect(passed(id, evidence)).toBe(text);
  });

  it('never call a credential valid', () => {
    const said = [passed('sign-in-status', { name: 'claude.ai' }), passed('sign-in-stored', { name: 'max' })];
    expect(said.filter((text) => /valid|authenticated|signed in|works/i.test(text))).toEqual([]);
  });

  it('show the end of a path that is too long, where the name is', () => {
    expect(passed('cli-found', { path: HOME })).toMatch(/^…x+\/\.local\/bin\/claude$/);
    expect(passed('cli-found', { path: HOME })).toHaveLength(MAX_PASSED);
  });

  it('are plain and short, whatever is known', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 400 }).map((of) => plain(of, 400));
    const names = fc.array(text, { maxLength: 24 });
    const number = fc.oneof(fc.nat(), fc.double(), fc.constantFrom(0, NOW, NOW + 20 * DAY, 2 * HOUR));
    const code = fc.oneof(text, fc.constantFrom('other-user', 'basic', 'script', 'keychain', 'absent', 'only-here'));
    const evidence = fc.record(
      {
        status: number,
        code,
        path: text,
        port: number,
        host: text,
        name: text,
        pid: number,
        user: text,
        names,
        version: text,
      },
      { requiredKeys: [] },
    );
    const measures = fc.record({ ms: number, at: number, bytes: number, count: number }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.constantFrom(...CHECK_IDS), evidence, measures, (id, some, more) => {
        const told = passed(id, { ...some, ...more });
        expect(plain(told, MAX_PASSED)).toBe(told);
        expect(told).not.toBe('');
      }),
      { numRuns: 3_000 },
    );
  });

  it.each(CHECK_IDS)('%s says something even where nothing is known', (id) => {
    for (const text of [passed(id, {}), passed(id, { names: [] }), wellOf(id)]) {
      expect(text).not.toMatch(EMPTY_WORDS);
      expect(text.length).toBeGreaterThan(1);
      expect(text.length).toBeLessThanOrEqual(MAX_PASSED);
    }
  });
});

describe('the words of the findings', () => {
  const named: Evidence = {
    path: '/usr/bin/claude',
    host: '0.0.0.0',
    name: 'nginx',
    names: ['A', 'B'],
    version: '2.0.0',
  };
  const counted: Evidence = { status: 503, port: 8000, pid: 7, ms: 5_000, at: NOW, bytes: 1, count: 3 };
  const full: Evidence = { ...named, ...counted, code: 'EACCES', said: 'no', searchedPaths: ['/usr/bin'] };
  it.each(FINDING_IDS)('%s: full sentences with all evidence, and with none', (id) => {
    const words = english.findings[id];
    for (const evidence of [{}, { names: [] }, full]) {
      expect(words.headline(evidence)).not.toMatch(/undefined|NaN|[.:]$/);
      expect(words.why(evidence)).toMatch(/^[^ ].*[^ .]\.$/);
      expect(words.why(evidence)).not.toMatch(/undefined|NaN|\.\.|: \./);
    }
    expect(words.title).not.toMatch(/\.$/);
  });

  it.each<
    readonly ['cli-unusable' | 'cli-broken' | 'cli-not-found' | 'cli-settings-damaged' | 'signed-out', Evidence, string]
  >([
    ['cli-unusable', { path: '/x', code: 'folder' }, '/x stands where the Claude CLI should be, but it is a folder.'],
    ['cli-unusable', { code: 'EPERM' }, 'but the system does not start it (EPERM).'],
    ['cli-broken', { code: '1' }, 'It was asked for its version, and ended with exit code 1.'],
    ['cli-broken', { code: 'SIGSEGV' }, 'ended with SIGSEGV.'],
    ['cli-broken', { code: 'SIGILL' }, 'one with AVX.'],
    ['cli-not-found', { path: '/gone/claude' }, 'Nothing stands at /gone/claude'],
    ['cli-not-found', { searchedPaths: ['/bin'] }, 'No Claude CLI was found on this computer.'],
    ['cli-not-found', { searchedPaths: ['/bin'], status: 503 }, 'The proxy runs'],
    ['cli-settings-damaged', { code: 'unreadable' }, 'may not be read'],
    ['signed-out', { code: 'cli-says' }, 'The Claude CLI itself says'],
    ['signed-out', {}, 'The proxy runs'],
  ])('%s %j', (id, evidence, text) => {
    expect(english.findings[id].why(evidence)).toContain(text);
  });

  it('explain every contradiction in a line', () => {
    const whys = CONTRADICTION_IDS.map((contradiction) => english.findings.contradiction.why({ contradiction }));
    expect(new Set(whys).size).toBe(CONTRADICTION_IDS.length);
  });
});

it('the example computer is in order, or this file would prove nothing', () => {
  expect(WELL.target.isHere).toBe(true);
});
