import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../../engine/clock.ts';
import { playground, until, type Playground } from '../processes/playground.ts';
import { answerAfter, askedOf, asking, TOOLS } from './asking.ts';
import { leftOver } from './left-over.ts';

const ASKED_BOTH = ['--version', 'auth status --json'];

let ground: Playground;
beforeEach(() => {
  ground = playground();
});
afterEach(async () => {
  await until(() => leftOver(ground.at('home')).length === 0);
  expect(readdirSync(ground.empty)).toEqual([]);
  expect(existsSync(ground.at('home', 'canary'))).toBe(false);
  ground.remove();
});

interface Answer {
  readonly code: number;
  readonly out?: string;
  readonly err?: string;
}

function answering({ code, out = '', err = '' }: Answer): string {
  const path = ground.put('answers.sh', 'claude');
  writeFileSync(`${path}.out`, out);
  writeFileSync(`${path}.err`, err);
  writeFileSync(`${path}.code`, String(code));
  return path;
}

const told = (value: unknown): unknown => ({ kind: 'known', value });

describe('input R36: versions that answer otherwise', () => {
  it.each([
    ['signed-in.sh', told({ kind: 'told', signedIn: true, method: 'claude.ai' })],
    ['signed-out.sh', told({ kind: 'told', signedIn: false })],
    ['contradicts-itself.sh', told({ kind: 'not-understood' })],
    ['settings-damaged.sh', told({ kind: 'settings-damaged' })],
    ['newer.sh', told({ kind: 'not-understood' })],
    ['old.sh', { kind: 'missing', because: 'cli-too-old' }],
    ['needs-node.mjs', { kind: 'missing', because: 'cli-does-not-run' }],
    ['says-garbage.sh', { kind: 'missing', because: 'cli-does-not-run' }],
    ['fails.sh', { kind: 'missing', because: 'cli-does-not-run' }],
    ['npm-placeholder', { kind: 'missing', because: 'cli-does-not-run' }],
  ])('%s', async (fixture, sight) => {
    mkdirSync(ground.at('no-node'));
    const env = { PATH: fixture === 'needs-node.mjs' ? ground.at('no-node') : TOOLS };
    expect(await asking(ground, { env }).authStatus(ground.put(fixture, 'claude'))).toEqual(sight);
  });

  const IN = '{"loggedIn":true,"authMethod":"oauth_token","apiProvider":"firstParty"}';
  const OUT = '{"loggedIn":false,"authMethod":"none"}';
  const NOT_UNDERSTOOD = { kind: 'not-understood' };

  it.each<readonly [string, Answer, unknown]>([
    ['signed in', { code: 0, out: IN }, { kind: 'told', signedIn: true, method: 'oauth_token' }],
    ['signed out', { code: 1, out: OUT }, { kind: 'told', signedIn: false }],
    ['code 1, signed in', { code: 1, out: IN }, NOT_UNDERSTOOD],
    ['code 0, signed out', { code: 0, out: OUT }, NOT_UNDERSTOOD],
    ['code 2, signed out', { code: 2, out: OUT }, NOT_UNDERSTOOD],
    ['nothing, well', { code: 0 }, NOT_UNDERSTOOD],
    ['nothing, badly', { code: 1 }, NOT_UNDERSTOOD],
    ['no option --json', { code: 1, err: "error: unknown option '--json'\n" }, NOT_UNDERSTOOD],
    ['words', { code: 1, out: 'Not logged in. Run claude auth login to authenticate.' }, NOT_UNDERSTOOD],
    ['half an answer', { code: 1, out: OUT.slice(0, -3) }, NOT_UNDERSTOOD],
    ['a list', { code: 1, out: `[${OUT}]` }, { kind: 'told', signedIn: false }],
    ['a word that is no boolean', { code: 1, out: '{"loggedIn":"false"}' }, NOT_UNDERSTOOD],
    ['a key of the prototype', { code: 1, out: '{"__proto__":{"loggedIn":false}}' }, NOT_UNDERSTOOD],
    ['noise around it', { code: 1, out: `Warning: x\n${OUT}\nbye\n`, err: 'noise' }, { kind: 'told', signedIn: false }],
    [
      'settings that it made anew',
      { code: 1, out: OUT, err: 'Configuration error in /x: JSON Parse error' },
      { kind: 'settings-damaged' },
    ],
    [
      'secrets in every place',
      { code: 0, out: '{"loggedIn":true,"authMethod":"sk-ant-planted","subscriptionType":"ann@example.com"}' },
      { kind: 'told', signedIn: true },
    ],
    ['too much', { code: 0, out: `${IN}${' '.repeat(300_000)}` }, NOT_UNDERSTOOD],
  ])('%s', async (_, answer, value) => {
    expect(await asking(ground).authStatus(answering(answer))).toEqual({ kind: 'known', value });
    expect(askedOf(ground)).toEqual(ASKED_BOTH);
  });

  it('keeps nobody’s name', async () => {
    const sight = await asking(ground).authStatus(ground.put('signed-in.sh', 'claude'));
    expect(JSON.stringify(sight)).not.toMatch(/ann@|planted/i);
  });
});

describe('a question that must not be asked', () => {
  it('is asked of no program whose version is not proved, however often', async () => {
    const claude = asking(ground);
    const path = ground.put('old.sh', 'claude');
    expect(await claude.version(path)).toMatchObject({ version: '2.0.0' });
    const refused = { kind: 'missing', because: 'cli-too-old' };
    expect(await Promise.all(Array.from({ length: 20 }, () => claude.authStatus(path)))).toEqual(
      Array.from({ length: 20 }, () => refused),
    );
    // The file that was new enough is another one now.
    ground.put('signed-out.sh', 'claude');
    expect(await claude.authStatus(path)).toMatchObject({ kind: 'known' });
    ground.put('old.sh', 'claude');
    expect(await claude.authStatus(path)).toEqual(refused);
  });

  it('asks for the version once where the files bear it out', async () => {
    const path = answering({ code: 1, out: '{"loggedIn":false}' });
    writeFileSync(ground.at('package.json'), '{"name":"@anthropic-ai/claude-code","version":"2.1.331"}');
    const claude = asking(ground);
    await claude.version(path);
    await claude.authStatus(path);
    expect(askedOf(ground)).toEqual(ASKED_BOTH);
  });

  it('is not asked with damaged settings, which some versions replace', async () => {
    const path = answering({ code: 1, out: '{"loggedIn":false}' });
    const claude = asking(ground);
    const settings = ground.at('home', '.claude.json');
    for (const text of ['{', '', '[]', 'null', '"text"', '{"a":1,}']) {
      writeFileSync(settings, text);
      // One after the other: they write the same file.
      // oxlint-disable-next-line no-await-in-loop
      expect(await claude.authStatus(path)).toEqual(told({ kind: 'settings-damaged' }));
    }
    expect(askedOf(ground)).toEqual([]);
    writeFileSync(settings, '\uFEFF{}');
    expect(await claude.authStatus(path)).toEqual(told({ kind: 'told', signedIn: false }));
  });

  it.each([
    ['the settings', ['home', '.claude', 'settings.json'], '{"env": {"NO_PROXY": "*"}}'],
    ['settings that are half JSON', ['home', '.claude', 'settings.json'], '{"env": {"https_proxy" : "http://x", // x'],
    ['settings from afar', ['home', '.claude', 'remote-settings.json'], '{"env":{"HTTPS_PROXY":"http://x"}}'],
    ['the account', ['home', '.claude.json'], '{"env":{"no_proxy":"*"}}'],
    ['an administrator', ['managed', 'managed-settings.json'], '{"env":{"ALL_PROXY":"http://x"}}'],
    ['a part of an administrator', ['managed', 'managed-settings.d', '9.json'], '{"env":{"HTTP_PROXY":"http://x"}}'],
  ])('is not asked where a proxy is set by %s: an expired login would be renewed', async (_, names, text) => {
    writeFileSync(ground.room(...names), text);
    const path = answering({ code: 1, out: '{"loggedIn":false}' });
    const claude = asking(ground, { managedFolders: [ground.at('nowhere'), ground.at('managed')] });
    expect(await claude.authStatus(path)).toEqual({ kind: 'missing', because: 'cannot-be-seen' });
    expect(askedOf(ground)).toEqual([]);
  });

  it('is asked where settings are about other things', async () => {
    writeFileSync(ground.room('home', '.claude', 'settings.json'), '{"env":{"PROXY":"x"},"model":"no_proxy"}');
    writeFileSync(ground.at('home', '.claude.json'), JSON.stringify({ history: ['put {"NO_PROXY": "*"} there'] }));
    const path = answering({ code: 1, out: '{"loggedIn":false}' });
    expect(await asking(ground).authStatus(path)).toEqual(told({ kind: 'told', signedIn: false }));
  });

  it('is not asked where its folder depends on where it is started', async () => {
    const path = answering({ code: 1, out: '{"loggedIn":false}' });
    const claude = asking(ground, { env: { PATH: TOOLS, CLAUDE_CONFIG_DIR: 'relative' } });
    expect(await claude.authStatus(path)).toEqual({ kind: 'missing', because: 'cannot-be-seen' });
    expect(askedOf(ground)).toEqual([]);
    expect(await claude.version(path)).toMatchObject({ kind: 'version' });
  });
});

describe('a question that is not answered', () => {
  it('is given up after eight seconds (R35)', async () => {
    const path = ground.put('hangs-when-asked.sh', 'claude');
    const ask = (clock: Clock): Promise<unknown> => asking(ground, { clock }).authStatus(path);
    const isAsked = (): boolean => ground.pids(ground.at('home', 'pids')).length === 1;
    expect(await answerAfter(8_000, ask, isAsked)).toEqual(told({ kind: 'hangs' }));
  });

  it('can be cancelled, before, while its version is asked, and while it runs', async () => {
    const claude = asking(ground);
    expect(await claude.authStatus(ground.put('answers.sh', 'never'), AbortSignal.abort())).toEqual(
      told({ kind: 'hangs' }),
    );
    for (const fixture of ['hangs.sh', 'hangs-when-asked.sh']) {
      const stopping = new AbortController();
      const asked = claude.authStatus(ground.put(fixture, 'claude'), stopping.signal);
      const before = ground.pids(ground.at('home', 'pids')).length;
      // One after the other on purpose.
      // oxlint-disable-next-line no-await-in-loop
      await until(() => ground.pids(ground.at('home', 'pids')).length > before);
      stopping.abort();
      // oxlint-disable-next-line no-await-in-loop
      expect((await asked).kind).toMatch(/known|missing/);
    }
    expect(askedOf(ground)).toEqual([]);
  });
});

describe('input 54: an inherited environment', () => {
  const SECRETS = {
    ANTHROPIC_API_KEY: 'planted-1',
    ANTHROPIC_AUTH_TOKEN: 'planted-2',
    CLAUDE_CODE_OAUTH_TOKEN: 'planted-3',
    CLAUDE_CODE_USE_BEDROCK: 'planted-4',
    CLAUDE_CODE_USE_SOMETHING_NEW: 'planted-5',
    ANTHROPIC_PROFILE: 'planted-6',
  };
  const EVIL = {
    ELECTRON_RUN_AS_NODE: '1',
    NODE_OPTIONS: '--require=/evil.js',
    LD_LIBRARY_PATH: '/evil',
    DYLD_INSERT_LIBRARIES: '/evil.dylib',
    BASH_ENV: '/evil.sh',
    HTTPS_PROXY: 'http://evil:1',
    https_proxy: 'http://evil:2',
    ALL_PROXY: 'http://evil:3',
    NO_PROXY: 'evil',
    no_proxy: 'evil',
    AWS_SECRET_ACCESS_KEY: 'evil',
    GITHUB_TOKEN: 'evil',
    CHROME_DESKTOP: 'evil.desktop',
    HOME: '/evil',
  };
  const seen = (question: string): string => readFileSync(ground.at('home', `seen-${question}`), 'utf8');

  it('comes along by name only, and the keys only where the sign-in is asked for', async () => {
    const env = { ...EVIL, ...SECRETS, PATH: TOOLS, LANG: 'C', CLAUDE_CONFIG_DIR: ground.at('config') };
    const claude = asking(ground, { env });
    const path = ground.put('tells-environment.sh', 'claude');
    expect(await claude.authStatus(path)).toEqual(told({ kind: 'told', signedIn: true, method: 'api_key' }));
    for (const question of ['--version', 'auth']) {
      expect(seen(question)).not.toMatch(/evil|ELECTRON|NODE_OPTIONS/i);
      expect(seen(question)).toContain(`HOME=${ground.at('home')}\n`);
      expect(seen(question)).toContain(`CLAUDE_CONFIG_DIR=${ground.at('config')}\n`);
      expect(seen(question)).toContain(`folder=[${ground.empty}]\n`);
      for (const line of ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY']) {
        expect(seen(question)).toMatch(new RegExp(`^${line}=http://127.0.0.1:9$`, 'm'));
      }
      expect(seen(question)).toMatch(/^NO_PROXY=$/m);
      expect(seen(question)).toMatch(/^no_proxy=$/m);
    }
    expect(seen('--version')).not.toContain('planted');
    for (const [name, value] of Object.entries(SECRETS)) expect(seen('auth')).toContain(`${name}=${value}\n`);
    expect(seen('auth')).toMatch(/argument=\[auth\]\nargument=\[status\]\nargument=\[--json\]\n$/);
    expect(seen('--version')).toMatch(/\]\nargument=\[--version\]\n$/);
  });

  it('names the home folder as Windows does', async () => {
    const env = { Path: TOOLS, HOME: ground.at('home'), USERPROFILE: 'C:\\evil' };
    const path = ground.put('tells-environment.sh', 'claude.exe');
    expect(await asking(ground, { env, platform: 'windows' }).version(path)).toMatchObject({ kind: 'version' });
    expect(seen('--version')).toContain(`USERPROFILE=${ground.at('home')}\n`);
  });
});
