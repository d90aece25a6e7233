import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SignInSight } from '../../../core/sight/local-sight.ts';
import { seeSignIn, type SignInQuestion } from '../../../engine/cli/see-sign-in.ts';
import { systemClock } from '../../../engine/clock.ts';
import { playground, type Playground } from '../processes/playground.ts';

const ACCESS = 'sk-ant-oat01-planted-access';
const REFRESH = 'sk-ant-ort01-planted-refresh';
const ENDS_AT = Date.UTC(2026, 11, 22);
const LOGIN = {
  accessToken: ACCESS,
  refreshToken: REFRESH,
  expiresAt: Date.UTC(2020, 0, 1),
  refreshTokenExpiresAt: ENDS_AT,
  scopes: ['user:inference', 'user:profile'],
  subscriptionType: 'max',
  rateLimitTier: 'default',
};

let ground: Playground;
beforeEach(() => {
  ground = playground();
});
afterEach(() => ground.remove());

async function see(more: Partial<SignInQuestion> = {}): Promise<SignInSight> {
  const question = { env: {}, platform: 'linux', home: ground.at('home'), folder: ground.empty, ...more } as const;
  const sight = await seeSignIn(question, systemClock);
  expect(JSON.stringify(sight)).not.toMatch(/planted/);
  return sight;
}

function file(content: unknown, mode = 0o600, ...names: readonly string[]): string {
  const path = ground.room(...(names.length > 0 ? names : ['home', '.claude', '.credentials.json']));
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  chmodSync(path, mode);
  return path;
}

const stored = (login: object): string => file({ claudeAiOauth: { ...LOGIN, ...login } });

describe('seeSignIn, from the file', () => {
  it('sees that a login is stored, when it ends and of which kind, and nothing else', async () => {
    stored({});
    expect(await see()).toEqual({
      place: 'file',
      present: true,
      loginExpiresAt: ENDS_AT,
      isPrivate: true,
      subscription: 'max',
      overriddenBy: [],
    });
  });

  it('leaves the file as it is', async () => {
    const path = stored({});
    const before = [readFileSync(path, 'utf8'), statSync(path).mtimeMs, statSync(path).mode];
    await see();
    expect([readFileSync(path, 'utf8'), statSync(path).mtimeMs, statSync(path).mode]).toEqual(before);
  });

  it.each([
    ['an access token that expired long ago', { expiresAt: 1 }],
    ['no date for the access token', { expiresAt: null }],
    ['an access token alone', { refreshToken: null }],
    ['a refresh token alone', { accessToken: '' }],
    ['a login that has ended', { refreshTokenExpiresAt: 1_000 }],
  ])('sees a stored login with %s', async (_, login) => {
    stored(login);
    expect(await see()).toMatchObject({ present: true });
  });

  it.each([
    ['an emptied refresh token', { refreshToken: '' }],
    ['expiresAt 0', { expiresAt: 0 }],
    ['what the CLI writes when a login was refused', { accessToken: '', refreshToken: '', expiresAt: 0 }],
    ['tokens that are no texts', { accessToken: 7, refreshToken: {} }],
  ])('sees a dead login: %s', async (_, login) => {
    stored(login);
    const sight = await see();
    expect(sight).toMatchObject({ place: 'file', present: false });
    expect(sight).not.toHaveProperty('loginExpiresAt');
    expect(sight).not.toHaveProperty('subscription');
  });

  it.each([
    ['text', '2026-12-22'],
    ['infinite', '1e400'],
    ['negative', -1],
    ['beyond all dates', 8.65e15],
    ['zero', 0],
    ['nothing', null],
  ])('knows no end of the login when it is %s', async (_, value) => {
    const text = JSON.stringify({ claudeAiOauth: { ...LOGIN, refreshTokenExpiresAt: '@' } });
    file(text.replace('"@"', value === '1e400' ? '1e400' : JSON.stringify(value)));
    const sight = await see();
    expect(sight.present).toBe(true);
    expect(sight).not.toHaveProperty('loginExpiresAt');
  });

  it.each([
    ['a token', ACCESS.padEnd(40, 'x')],
    ['markup', '<b>max</b>'],
    ['lines', 'max\nmax'],
    ['an object', {}],
  ])('keeps no subscription that is %s', async (_, subscriptionType) => {
    stored({ subscriptionType });
    expect(await see()).not.toHaveProperty('subscription');
  });

  it.each([
    ['0600', 0o600, true],
    ['0400', 0o400, true],
    ['0640', 0o640, false],
    ['0604', 0o604, false],
    ['0777', 0o777, false],
  ])('sees whether others may read it (%s)', async (_, mode, isPrivate) => {
    file({ claudeAiOauth: LOGIN }, mode);
    expect(await see()).toMatchObject({ isPrivate });
    expect(await see({ platform: 'windows' })).not.toHaveProperty('isPrivate');
  });

  it('follows links and CLAUDE_CONFIG_DIR', async () => {
    const path = file({ claudeAiOauth: LOGIN }, 0o600, 'elsewhere', '.credentials.json');
    expect(await see({ env: { CLAUDE_CONFIG_DIR: ground.at('elsewhere') } })).toMatchObject({ present: true });
    expect(await see()).toMatchObject({ present: false });
    symlinkSync(path, ground.room('home', '.claude', '.credentials.json'));
    expect(await see()).toMatchObject({ present: true });
    expect(await see({ env: { CLAUDE_CONFIG_DIR: '' } })).toMatchObject({ present: true });
    expect(await see({ env: { CLAUDE_CONFIG_DIR: 'relative' } })).toEqual({ place: 'unknown', overriddenBy: [] });
  });

  it('sees that nothing is stored', async () => {
    expect(await see()).toEqual({ place: 'file', present: false, overriddenBy: [] });
    file({});
    expect(await see()).toMatchObject({ present: false });
    file({ claudeAiOauth: null, mcpOAuth: { secret: 'planted' } });
    expect(await see()).toMatchObject({ present: false });
  });

  it.each([
    ['empty', ''],
    ['cut off', '{"claudeAiOauth":{"accessToken":"planted'],
    ['a list', '[]'],
    ['a text', '"planted"'],
  ])('takes what stays %s for no login, as the CLI does', async (_, content) => {
    file(content);
    expect(await see()).toMatchObject({ place: 'file', present: false, isPrivate: true });
  });

  it('looks again at a file that is just being written', async () => {
    file('{"claudeAiOauth":{"acc');
    const clock: typeof systemClock = {
      ...systemClock,
      after: (ms, run) => {
        stored({});
        return systemClock.after(ms, run);
      },
    };
    const question = { env: {}, platform: 'linux', home: ground.at('home'), folder: ground.empty } as const;
    expect(await seeSignIn(question, clock)).toMatchObject({ present: true });
  });

  it('cannot tell from a folder, a pipe, an endless device or a file that is too large', async () => {
    const path = ground.room('home', '.claude', '.credentials.json');
    mkdirSync(path);
    expect(await see()).not.toHaveProperty('present');
    for (const make of [
      () => execFileSync('mkfifo', [path]),
      () => symlinkSync('/dev/zero', path),
      () => writeFileSync(path, JSON.stringify({ claudeAiOauth: LOGIN }) + ' '.repeat(1_048_576)),
    ]) {
      execFileSync('rm', ['-rf', path]);
      make();
      // oxlint-disable-next-line no-await-in-loop
      expect(await see()).not.toHaveProperty('present');
    }
  });
});

describe('seeSignIn, when a login is not the only way in', () => {
  it('sees the key that a Console login stored', async () => {
    file({ primaryApiKey: 'planted', history: [] }, 0o600, 'home', '.claude.json');
    expect(await see()).toEqual({ place: 'file', present: true, overriddenBy: [] });
    file({ primaryApiKey: '', oauthAccount: {} }, 0o600, 'home', '.claude.json');
    expect(await see()).toMatchObject({ present: false });
  });

  it.each([
    { apiKeyHelper: '/usr/bin/planted' },
    { env: { ANTHROPIC_API_KEY: 'planted' } },
    { env: { ANTHROPIC_AUTH_TOKEN: 'planted' } },
  ])('does not claim a sign-out when the settings name another way %#', async (settings) => {
    file(settings, 0o600, 'home', '.claude', 'settings.json');
    expect(await see()).not.toHaveProperty('present');
    stored({});
    expect(await see()).toMatchObject({ present: true });
  });

  it('names the variables that win over a login, and never their values', async () => {
    stored({});
    const env = {
      ANTHROPIC_API_KEY: 'planted',
      ANTHROPIC_AUTH_TOKEN: 'planted',
      CLAUDE_CODE_OAUTH_TOKEN: '',
      CLAUDE_CODE_USE_BEDROCK: '1',
      CLAUDE_CODE_USE_VERTEX: '0',
      CLAUDE_CODE_USE_FOUNDRY: 'False',
      ANTHROPIC_BASE_URL: 'planted',
    };
    const { overriddenBy } = await see({ env });
    expect(overriddenBy).toEqual(['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN', 'CLAUDE_CODE_USE_BEDROCK']);
  });
});

describe('seeSignIn, on a Mac', () => {
  const onMac = (entries: string, env: Readonly<Record<string, string>> = {}): Promise<SignInSight> => {
    const securityProgram = ground.put('security.sh', 'security', 'security');
    writeFileSync(ground.at('security', 'entries'), `${entries}\n`);
    return see({ platform: 'mac', securityProgram, env });
  };
  const asked = (): string => readFileSync(ground.at('security', 'asked'), 'utf8');

  it('asks whether there is an entry, never for its secret', async () => {
    expect(await onMac('Claude Code-credentials')).toEqual({ place: 'keychain', present: true, overriddenBy: [] });
    expect(asked()).toBe('find-generic-password|-s|Claude Code-credentials|\n');
  });

  it('names the entry of another configuration folder', async () => {
    const folder = ground.at('other');
    const service = `Claude Code-credentials-${createHash('sha256').update(folder).digest('hex').slice(0, 8)}`;
    expect(await onMac(service, { CLAUDE_CONFIG_DIR: folder })).toMatchObject({ present: true });
    expect(await onMac('Claude Code-credentials', { CLAUDE_CONFIG_DIR: folder })).toMatchObject({ present: false });
  });

  it('sees that there is none only when keychain, file and Console key are all absent', async () => {
    expect(await onMac('something else')).toEqual({ place: 'keychain', present: false, overriddenBy: [] });
    expect(asked()).toBe('find-generic-password|-s|Claude Code-credentials|\nfind-generic-password|-s|Claude Code|\n');
    expect(await onMac('Claude Code')).toMatchObject({ place: 'keychain', present: true });
    stored({});
    expect(await onMac('something else')).toMatchObject({ place: 'file', present: true, loginExpiresAt: ENDS_AT });
  });

  it('cannot tell when the keychain is locked or its program is missing', async () => {
    mkdirSync(ground.at('security'));
    writeFileSync(ground.at('security', 'locked'), '');
    expect(await onMac('Claude Code-credentials')).toEqual({ place: 'keychain', overriddenBy: [] });
    expect(await see({ platform: 'mac', securityProgram: ground.at('gone') })).toEqual({
      place: 'keychain',
      overriddenBy: [],
    });
  });

  it('asks nobody on other systems', async () => {
    const securityProgram = ground.put('security.sh', 'security', 'security');
    await see({ platform: 'linux', securityProgram });
    await see({ platform: 'windows', securityProgram });
    expect(existsSync(ground.at('security', 'asked'))).toBe(false);
  });
});
