import type { AuthFact } from '../../core/diagnosis/facts.ts';
import type { ProgramResult } from '../processes/run-program.ts';

type Fields = Readonly<Record<string, unknown>>;

const METHODS: readonly unknown[] = ['claude.ai', 'api_key', 'oauth_token', 'api_key_helper', 'third_party'];
// Version 2.1.330 then says nothing else, 2.1.197 an answer too, which it took from settings that it made anew.
const DAMAGED = /^Configuration error in /m;

/**
 * What a run of `claude auth status --json` proves. The exit code and the word must agree. Only the kind of sign-in
 * is kept: never an address, an organisation or a folder.
 */
export function authAnswer(result: ProgramResult): AuthFact {
  if (result.kind === 'timed-out' || result.kind === 'cancelled') return { kind: 'hangs' };
  if (result.kind !== 'exited') return { kind: 'not-understood' };
  if (DAMAGED.test(result.stderr)) return { kind: 'settings-damaged' };
  const { loggedIn, authMethod } = fieldsIn(result.stdout);
  const signedIn = loggedIn === (result.code === 0) && (result.code === 0 || result.code === 1) ? loggedIn : undefined;
  if (typeof signedIn !== 'boolean') return { kind: 'not-understood' };
  return {
    kind: 'told',
    signedIn,
    ...(isMethod(authMethod) && { method: authMethod }),
  };
}

function isMethod(value: unknown): value is string {
  return METHODS.includes(value);
}

// Something may stand before or behind it, such as a warning of whoever started it.
function fieldsIn(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    // No such answer. The error would quote the text, so it is dropped.
    return {};
  }
}
