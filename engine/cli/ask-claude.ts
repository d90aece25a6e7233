import { existsSync } from 'node:fs';
import { childEnvironment, type Environment } from '../processes/child-environment.ts';
import { runProgram, type ProgramResult } from '../processes/run-program.ts';
import { childPath, type PathSources } from './child-path.ts';
import { isFullPath } from './full-path.ts';
import { SIGN_IN_VARIABLES } from './sign-in-variables.ts';

/**
 * All that the CLI is ever asked: nothing else can be, since only the name of a question is accepted. Every word that it
 * does not know it takes for a prompt, and then spends tokens; `--json` makes a version without `auth` refuse that word.
 */
const QUESTIONS = {
  version: { args: ['--version'], limitMs: 5_000, maxBytes: 64 * 1_024 },
  auth: { args: ['auth', 'status', '--json'], limitMs: 8_000, maxBytes: 256 * 1_024 },
} as const;

export type Question = keyof typeof QUESTIONS;

/** Whose CLI is asked, and how it may be run. */
export interface Asking extends PathSources {
  readonly home: string;
  /** An existing, empty folder to run in. */
  readonly folder: string;
}

// Port 9 is "discard": nobody listens. With this the CLI tells what is stored and neither renews nor reports anything
// (measured with 2.1.41, 2.1.197, 2.1.330 and 2.1.331).
const NOWHERE = 'http://127.0.0.1:9';
const NO_NETWORK = {
  HTTPS_PROXY: NOWHERE,
  https_proxy: NOWHERE,
  HTTP_PROXY: NOWHERE,
  http_proxy: NOWHERE,
  NO_PROXY: '',
  no_proxy: '',
  CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
  DISABLE_AUTOUPDATER: '1',
} as const;

// Where version managers keep what their links start, and what an old version needs on Windows to start at all.
const TO_RUN = [
  'VOLTA_HOME',
  'ASDF_DIR',
  'ASDF_DATA_DIR',
  'MISE_DATA_DIR',
  'NVM_DIR',
  'FNM_DIR',
  'BUN_INSTALL',
  'PNPM_HOME',
  'XDG_CONFIG_HOME',
  'XDG_DATA_HOME',
  'CLAUDE_CODE_GIT_BASH_PATH',
];
const SIGN_IN = [...SIGN_IN_VARIABLES, 'ANTHROPIC_PROFILE', 'ANTHROPIC_CONFIG_DIR'];

/** Starts the CLI with one of the questions, and waits for its end. Never rejects. */
export async function askClaude(
  question: Question,
  program: string,
  asking: Asking,
  signal: AbortSignal,
): Promise<ProgramResult> {
  const { env, platform, home, folder, clock } = asking;
  const { args, ...bounds } = QUESTIONS[question];
  const needs = {
    path: await childPath(program, asking),
    pass: [...TO_RUN, ...configFolder(env), ...(question === 'auth' ? signIn(env) : [])],
    // The very home that everything else here looks at.
    set: { ...NO_NETWORK, [platform === 'windows' ? 'USERPROFILE' : 'HOME']: home },
  };
  const result = await runProgram(
    { path: program, args, env: childEnvironment(env, needs), folder, signal, ...bounds },
    clock,
  );
  // Temporary folders get tidied away; that must not look like a missing program.
  const isOurFault = result.kind === 'not-started' && !existsSync(folder);
  return isOurFault ? { kind: 'not-started', code: 'no-folder' } : result;
}

// A relative one would mean a folder in ours.
function configFolder(env: Environment): readonly string[] {
  return isFullPath(env['CLAUDE_CONFIG_DIR'] ?? '') ? ['CLAUDE_CONFIG_DIR'] : [];
}

function signIn(env: Environment): readonly string[] {
  return [...SIGN_IN, ...Object.keys(env).filter((name) => name.startsWith('CLAUDE_CODE_USE_'))];
}
