import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FIRST_WITH_AUTH } from '../../core/advice/circumstances.ts';
import { compareVersions } from '../../core/sight/program-version.ts';
import { claudeCli, type Claude } from '../../engine/cli/claude.ts';
import { findCli } from '../../engine/cli/find-cli.ts';
import { systemClock } from '../../engine/clock.ts';
import type { Environment } from '../../engine/processes/child-environment.ts';
import { leftOver } from '../engine/cli/left-over.ts';
import { playground, until, type Playground } from '../engine/processes/playground.ts';
import { installCli, type InstalledCli } from './installed-cli.ts';
import { CAN_WITNESS, testimony, witnessed } from './witnessed.ts';

const PATH = `${dirname(process.execPath)}:/usr/bin:/bin`;
const DAY_MS = 86_400_000;
const RUNS = 3;

// Made up: no server knows these.
const stored = (expiresAt: number): string =>
  JSON.stringify({
    claudeAiOauth: {
      accessToken: 'sk-ant-oat01-made-up',
      refreshToken: 'sk-ant-ort01-made-up',
      expiresAt,
      scopes: ['user:inference', 'user:profile'],
      subscriptionType: 'max',
    },
  });

interface Case {
  readonly login?: string;
  readonly env?: Environment;
  readonly told: unknown;
}

const BY_LOGIN = { kind: 'told', signedIn: true, method: 'claude.ai' };
const CASES: Readonly<Record<string, Case>> = {
  'nobody is signed in': { told: { kind: 'told', signedIn: false } },
  'a login is stored': { login: stored(Date.now() + DAY_MS), told: BY_LOGIN },
  'its access token has expired': { login: stored(Date.now() - DAY_MS), told: BY_LOGIN },
  'an API key is set': {
    env: { ANTHROPIC_API_KEY: 'sk-ant-api03-made-up' },
    told: { kind: 'told', signedIn: true, method: 'api_key' },
  },
};

let ground: Playground;
beforeEach(() => {
  ground = playground();
  mkdirSync(ground.at('home', '.claude'), { recursive: true });
});
afterEach(async () => {
  // The test's own limit is the limit.
  await until(() => leftOver(ground.at('home')).length === 0);
  expect(readdirSync(ground.empty)).toEqual([]);
  ground.remove();
});

function claudeOf(env: Environment = {}): Claude {
  const where = { home: ground.at('home'), folder: ground.empty, managedFolders: [] };
  return claudeCli({ env: { PATH, ...env }, platform: 'linux', clock: systemClock, ...where });
}

function signIn(login: string | undefined): string {
  const path = ground.at('home', '.claude', '.credentials.json');
  if (login !== undefined) writeFileSync(path, login, { mode: 0o600 });
  return path;
}

// Content, and what would show that it was written anew with the same content.
function printOf(path: string): unknown {
  if (!existsSync(path)) return undefined;
  const { ino, mtimeMs, mode } = statSync(path);
  return { ino, mtimeMs, mode, text: readFileSync(path, 'utf8') };
}

async function timed<T>(work: Promise<T>): Promise<readonly [T, number]> {
  const begun = performance.now();
  return [await work, Math.round(performance.now() - begun)];
}

describe.each(['latest', '2.1.197', '2.0.0'])('the real CLI, %s', (wanted) => {
  let place: Playground;
  let cli: InstalledCli;
  beforeAll(async () => {
    place = playground();
    cli = await installCli(place.at('installed'), wanted);
    console.log(`${wanted}: ${cli.version} is installed`);
  });
  afterAll(() => rmSync(place.root, { recursive: true, force: true }));

  const hasAuth = (): boolean => compareVersions(cli.version, FIRST_WITH_AUTH) >= 0;
  const expected = ({ told }: Case): unknown =>
    hasAuth() ? { kind: 'known', value: told } : { kind: 'missing', because: 'cli-too-old' };

  it('is found, with its version, without being started', async () => {
    const env = { PATH: dirname(cli.program) };
    const found = await findCli({ env, platform: 'linux', home: ground.at('home') });
    expect(found.program).toBe(cli.program);
    expect(found.sight.chosen).toMatchObject({ state: 'program', version: cli.version });
    expect(readdirSync(ground.at('home', '.claude'))).toEqual([]);
  });

  it('tells its version', async () => {
    const times: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      // Each of its own, so that nothing is remembered.
      // oxlint-disable-next-line no-await-in-loop
      const [fact, ms] = await timed(claudeOf().version(cli.program));
      expect(fact).toEqual({ kind: 'version', version: cli.version, ms: expect.any(Number) });
      times.push(ms);
    }
    const again = claudeOf();
    await again.version(cli.program);
    const [, ms] = await timed(again.version(cli.program));
    console.log(`${cli.version} --version: ${times.join(', ')} ms; once more, asked of the same: ${ms} ms`);
    expect(existsSync(ground.at('home', '.claude', 'projects'))).toBe(false);
  });

  describe.each(Object.entries(CASES))('%s', (name, aCase) => {
    it('tells the sign-in, and leaves the login as it was', async () => {
      const path = signIn(aCase.login);
      const before = printOf(path);
      const times: number[] = [];
      for (let run = 0; run < RUNS; run += 1) {
        const claude = claudeOf(aCase.env);
        // oxlint-disable-next-line no-await-in-loop
        await claude.version(cli.program);
        // oxlint-disable-next-line no-await-in-loop
        const [fact, ms] = await timed(claude.authStatus(cli.program));
        expect(fact).toEqual(expected(aCase));
        times.push(ms);
      }
      expect(printOf(path)).toEqual(before);
      expect(existsSync(ground.at('home', '.claude', 'projects'))).toBe(false);
      const left = readdirSync(ground.at('home')).join(' ');
      console.log(`${cli.version} auth status, ${name}: ${times.join(', ')} ms; at home: ${left}`);
    });

    it.runIf(CAN_WITNESS)('knows it without a network, and aims at nothing but the dead proxy', async () => {
      const path = signIn(aCase.login);
      const before = printOf(path);
      const program = witnessed(ground.at('claude'), cli.program, ground.at('log'));
      const claude = claudeOf(aCase.env);
      expect(await claude.version(program)).toMatchObject({ kind: 'version', version: cli.version });
      expect(await claude.authStatus(program)).toEqual(expected(aCase));
      expect(printOf(path)).toEqual(before);
      const { aims, programs } = testimony(ground.at('log'));
      expect(Object.keys(aims).filter((aim) => aim !== '127.0.0.1:9')).toEqual([]);
      expect(programs.filter((args) => args.includes('"--version"'))).not.toEqual([]);
      const heard = programs.filter((args) => args.includes('"auth"'));
      expect(heard.every((args) => hasAuth() && args.endsWith('"auth", "status", "--json"'))).toBe(true);
      expect(heard.length > 0).toBe(hasAuth());
      console.log(`${cli.version}, ${name}: ${programs.length} programs ran, sockets ${JSON.stringify(aims)}`);
    });
  });

  it.runIf(CAN_WITNESS)('is not asked where its settings would let it past the dead proxy', async () => {
    signIn(stored(Date.now() - DAY_MS));
    writeFileSync(ground.at('home', '.claude', 'settings.json'), '{"env":{"NO_PROXY":"*"}}');
    const program = witnessed(ground.at('claude'), cli.program, ground.at('log'));
    expect(await claudeOf().authStatus(program)).toEqual({ kind: 'missing', because: 'cannot-be-seen' });
    expect(testimony(ground.at('log'))).toEqual({ aims: {}, programs: [] });
  });
});

it.runIf(CAN_WITNESS)('the witness sees who aims elsewhere, and what ran', async () => {
  const reach = `for (const host of ['192.0.2.1', '2001:db8::1']) require('net').connect(443, host).on('error', () => {});
    require('dgram').createSocket('udp4').on('error', () => {}).send('x', 53, '192.0.2.2', () => process.exit());`;
  writeFileSync(ground.at('leaks.cjs'), reach);
  const program = witnessed(ground.at('leaks'), process.execPath, ground.at('log'));
  spawnSync(program, [ground.at('leaks.cjs'), 'auth']);
  const { aims, programs } = testimony(ground.at('log'));
  expect(Object.keys(aims).toSorted()).toEqual(['192.0.2.1:443', '192.0.2.2:53', '2001:db8::1:443']);
  expect(programs).toEqual([`"${process.execPath}", "${ground.at('leaks.cjs')}", "auth"`]);
});

it('an install that npm was not allowed to finish is told as such', async () => {
  const { program } = await installCli(ground.at('installed'), 'latest', true);
  expect(await claudeOf().version(program)).toEqual({ kind: 'incomplete' });
  expect(await claudeOf().authStatus(program)).toEqual({ kind: 'missing', because: 'cli-does-not-run' });
});
