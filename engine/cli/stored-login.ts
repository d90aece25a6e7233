import { MAX_TIME } from '../../core/moment.ts';

/**
 * What the credentials file tells, without its secrets: whether a login is stored in it, and when that login ends. Absent
 * when the text is not such a file.
 */
export interface StoredLogin {
  readonly present: boolean;
  /** Epoch milliseconds. */
  readonly loginExpiresAt?: number;
  readonly subscription?: string;
}

type Fields = Readonly<Record<string, unknown>>;

// A short word such as `max`; a token that ended up in its place is no such word.
const SUBSCRIPTION = /^[A-Za-z][A-Za-z0-9_ -]{0,23}$/;

/** Reads the text of a credentials file. The tokens in it stay in here; nothing of them is kept. */
export function readStoredLogin(text: string): StoredLogin | undefined {
  const file = parse(text);
  if (file === undefined) return undefined;
  const login = fieldsOf(file['claudeAiOauth']);
  if (!isAlive(login)) return { present: false };
  const { refreshTokenExpiresAt: ends, subscriptionType: word } = login;
  return {
    present: true,
    ...(isDate(ends) && { loginExpiresAt: ends }),
    ...(isSubscription(word) && { subscription: word }),
  };
}

/** Whether a value is the name of a subscription and nothing that only stands in its place. */
function isSubscription(value: unknown): value is string {
  return typeof value === 'string' && SUBSCRIPTION.test(value);
}

// The CLI empties both tokens and sets `expiresAt` to 0 once a login was refused for good (measured). That the access
// token has expired says nothing: it does so every few hours and is renewed.
function isAlive({ accessToken, refreshToken, expiresAt }: Fields): boolean {
  if (refreshToken === '' || expiresAt === 0) return false;
  return isFilled(accessToken) || isFilled(refreshToken);
}

function isFilled(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isDate(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value <= MAX_TIME;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function parse(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    // Half-written or no such file: the caller knows which it may be. The error would quote the text, so it is dropped.
    return undefined;
  }
}
