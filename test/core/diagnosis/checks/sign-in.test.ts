import { describe, expect, it } from 'vitest';
import { credentialsFile } from '../../../../core/diagnosis/checks/credentials-file.ts';
import { signInExpiry } from '../../../../core/diagnosis/checks/sign-in-expiry.ts';
import { signInOverride } from '../../../../core/diagnosis/checks/sign-in-override.ts';
import { signInStatus } from '../../../../core/diagnosis/checks/sign-in-status.ts';
import { signInStored } from '../../../../core/diagnosis/checks/sign-in-stored.ts';
import { viewsAgree } from '../../../../core/diagnosis/checks/views-agree.ts';
import type { AnswerFact } from '../../../../core/diagnosis/facts.ts';
import { judge } from '../../../../core/health/judge.ts';
import type { SignInSight } from '../../../../core/sight/local-sight.ts';
import { answer, failure } from '../../answers.ts';
import {
  answered,
  cliAt,
  DAY,
  documented,
  documentedAnswer,
  HOUR,
  judged,
  NOW,
  short,
  signInOf,
  sightOf,
  WELL,
  type Row,
} from '../well.ts';

const seen = (more: Partial<SignInSight>): Row[1] => ({ signIn: signInOf(more) });
const KEY = { overriddenBy: ['ANTHROPIC_API_KEY'] };
const names = KEY.overriddenBy;

describe('sign-in-stored', () => {
  it.each<Row>([
    ['stored', {}, ['pass', { code: 'file', name: 'max' }]],
    ['in the keychain', seen({ place: 'keychain', present: true }), ['pass', { code: 'keychain' }]],
    ['not stored', seen({ present: false }), ['signed-out', 'down', { code: 'not-stored' }]],
    ['a variable signs in', seen({ present: false, ...KEY }), ['pass', { names }]],
    ['a variable, and nobody knows of a login', seen({ place: 'unknown', ...KEY }), ['pass', { names }]],
    ['nobody knows', seen({ place: 'keychain' }), ['skip', 'cannot-be-seen']],
  ])('%s', (_, facts, expected) => expect(short(judged(signInStored, facts))).toEqual(expected));
});

describe('sign-in-status', () => {
  it.each<Row>([
    ['a credential is present', {}, ['pass', { name: 'claude.ai' }]],
    ['of a kind that it does not tell', { auth: { kind: 'told', signedIn: true } }, ['pass', {}]],
    ['none', { auth: { kind: 'told', signedIn: false } }, ['signed-out', 'down', { code: 'cli-says' }]],
    [
      'it cannot read its settings',
      { auth: { kind: 'settings-damaged' } },
      ['cli-settings-damaged', 'degraded', { code: 'damaged' }],
    ],
    ['it hangs', { auth: { kind: 'hangs' } }, ['cli-hangs', 'hint', {}]],
    ['it says something else', { auth: { kind: 'not-understood' } }, ['skip', 'cannot-be-seen']],
  ])('%s', (_, facts, expected) => expect(short(judged(signInStatus, facts))).toEqual(expected));
});

describe('sign-in-expiry', () => {
  const ends = (loginExpiresAt: number, more: Partial<SignInSight> = {}): Row[1] =>
    seen({ present: true, loginExpiresAt, ...more });
  const soon = NOW + 3 * DAY;
  it.each<Row>([
    ['long after', {}, ['pass', { at: NOW + 20 * DAY, ms: 20 * DAY }]],
    ['in three days and a moment', ends(soon + 1), ['pass', { at: soon + 1, ms: 3 * DAY + 1 }]],
    ['in three days', ends(soon), ['sign-in-expires-soon', 'hint', { at: soon }]],
    ['in a moment', ends(NOW + 1), ['sign-in-expires-soon', 'hint', { at: NOW + 1 }]],
    ['now', ends(NOW), ['signed-out', 'down', { at: NOW, code: 'login-ended' }]],
    ['an hour ago', ends(NOW - HOUR), ['signed-out', 'down', { at: NOW - HOUR, code: 'login-ended' }]],
    ['an hour ago, but a variable signs in', ends(NOW - HOUR, KEY), ['skip', 'no-login']],
    [
      'it does not say: that of the access token is nobody’s concern',
      seen({ present: true }),
      ['skip', 'cannot-be-seen'],
    ],
    ['no login', seen({ present: false }), ['skip', 'no-login']],
    ['no login, whatever is left of it', ends(NOW - HOUR, { present: false }), ['skip', 'no-login']],
  ])('%s', (_, facts, expected) => expect(short(judged(signInExpiry, facts))).toEqual(expected));
});

describe('sign-in-override', () => {
  it.each<Row>([
    ['nothing', {}, ['pass', {}]],
    ['a variable before a login', seen({ present: true, ...KEY }), ['sign-in-overridden', 'hint', { names }]],
    ['a variable that is the sign-in', seen({ present: false, ...KEY }), ['pass', { names }]],
    ['a variable before who knows what', seen({ ...KEY }), ['sign-in-overridden', 'hint', { names }]],
  ])('%s', (_, facts, expected) => expect(short(judged(signInOverride, facts))).toEqual(expected));
});

describe('credentials-file', () => {
  it.each<Row>([
    ['private', {}, ['pass', { code: 'file' }]],
    ['readable by others', seen({ present: true, isPrivate: false }), ['credentials-open', 'hint', {}]],
    ['there, and not for us to read', seen({ isPrivate: true }), ['credentials-unreadable', 'degraded', {}]],
    ['a folder in its place', seen({ isPrivate: false }), ['credentials-unreadable', 'degraded', {}]],
    ['not there, and something else may sign in', seen({}), ['skip', 'cannot-be-seen']],
    ['in the keychain', seen({ place: 'keychain', present: true }), ['pass', { code: 'keychain' }]],
    ['not in the keychain', seen({ place: 'keychain', present: false }), ['skip', 'no-login']],
    ['no login', seen({ present: false, isPrivate: true }), ['skip', 'no-login']],
    ['an empty file that others may read', seen({ present: false, isPrivate: false }), ['skip', 'no-login']],
    ['Windows has no mode bits', seen({ present: true }), ['skip', 'not-on-this-system']],
    ['no such place', seen({ place: 'unknown' }), ['skip', 'cannot-be-seen']],
  ])('%s', (_, facts, expected) => expect(short(judged(credentialsFile, facts))).toEqual(expected));
});

describe('views-agree', () => {
  const none = signInOf({ present: false });
  const otherCli = sightOf(cliAt('/snap/bin/claude'));
  const out = documentedAnswer(
    { authentication: { status: 'unauthenticated', logged_in: false } },
    { status: 'degraded' },
  );
  const lying = documentedAnswer({
    api_server: { requests_processed: 1, errors: 2 },
    claude_cli: { last_check: new Date(NOW + DAY).toISOString() },
  });
  const fromTheFuture = documentedAnswer({ claude_cli: { last_check: new Date(NOW + DAY).toISOString() } });
  const basic = answered(answer(200, { status: 'ok' }));
  it.each<Row>([
    ['both signed in', {}, ['pass', {}]],
    ['its own CLI has no login', { signIn: none }, ['signed-out-here', 'degraded', {}]],
    ['a CLI that is not the proxy’s has none', { signIn: none, cli: otherCli }, ['signed-out-here', 'hint', {}]],
    ['a variable signs in', { signIn: signInOf({ present: false, ...KEY }) }, ['pass', {}]],
    ['a keychain does not tell', { signIn: signInOf({ place: 'keychain', present: false }) }, ['pass', {}]],
    ['signed out there, a credential here', { answer: out }, ['pass', { code: 'only-here' }]],
    ['signed out there and here', { answer: out, signIn: none }, ['pass', {}]],
    ['the first lie', { answer: lying }, ['contradiction', 'hint', { contradiction: 'more-errors-than-requests' }]],
    ['the clock’s lie is told by its check', { answer: fromTheFuture }, ['pass', {}]],
    ['nothing told', { answer: basic }, ['skip', 'not-told']],
    ['no answer', { answer: answered(failure('refused')) }, ['skip', 'no-answer']],
  ])('%s', (_, facts, expected) => expect(short(judged(viewsAgree, facts))).toEqual(expected));

  it('what the watch found already is that very finding, unless more is proved here', () => {
    const local = { cli: WELL.cli, signIn: none };
    const told = (sharedLogin: boolean): AnswerFact => {
      const sight = { now: NOW, local: { ...local, sharedLogin } };
      return { ...WELL.answer, verdict: judge(answer(200, documented()), { sight }) };
    };
    const finding = (fact: AnswerFact, cli = WELL.cli): unknown => {
      const judgement = judged(viewsAgree, { answer: fact, signIn: none, cli });
      return judgement.kind === 'found' ? judgement.finding : judgement;
    };
    const [shared, apart] = [told(true), told(false)];
    expect(finding(shared, otherCli)).toBe(shared.verdict.findings[0]);
    expect(finding(apart, otherCli)).toBe(apart.verdict.findings.find(({ id }) => id === 'signed-out-here'));
    expect(finding(apart)).toMatchObject({ id: 'signed-out-here', severity: 'degraded' });
  });
});
