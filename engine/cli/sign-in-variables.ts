import { variable, type Environment } from '../processes/child-environment.ts';

// Official precedence: each of these wins over a login.
const KEYS = ['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN', 'CLAUDE_CODE_OAUTH_TOKEN'] as const;
const CLOUDS = ['CLAUDE_CODE_USE_BEDROCK', 'CLAUDE_CODE_USE_VERTEX', 'CLAUDE_CODE_USE_FOUNDRY'] as const;
const OFF = /^(?:0|false|no|off)$/i;

/** The names of the variables that win over a login. */
export const SIGN_IN_VARIABLES: readonly string[] = [...KEYS, ...CLOUDS];

/** The names of those that are set, never their values. */
export function overridesIn(env: Environment): readonly string[] {
  const clouds = CLOUDS.filter((name) => !OFF.test(env[name] ?? ''));
  return [...KEYS, ...clouds].filter((name) => variable(env, name) !== undefined);
}
