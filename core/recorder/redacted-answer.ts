import { told } from '../health/fields.ts';
import type { AnswerHeaders, ProbeResult } from '../health/probe-result.ts';
import type { Redact } from '../report/redact.ts';
import type { Sayer } from '../report/say.ts';
import type { RecordedAnswer } from './recording.ts';

/** Of a longer body nothing is kept, in UTF-16 code units: what real proxies answer is below 4 KiB. */
export const MAX_BODY = 8_192;

// What is nested deeper is no health answer, and could need more stack than there is.
const MAX_DEPTH = 64;

// Whose account it is, what they pay, and when their login ends: nothing of it can be told from its value alone.
const PRIVATE_KEY = /user|mail|account|organi[sz]ation|tenant|team|subscription|expir/i;
const LEFT_OUT = '[left out]';

/** What of a probe's result may be kept with its verdict, for the time being as it came. */
export function keptAnswer(result: ProbeResult): RecordedAnswer | undefined {
  if (result.kind === 'failure' || result.body.length > MAX_BODY) return undefined;
  const { status, path, headers, body } = result;
  return { status, path, headers, body };
}

/** An answer without what is private in it, its shape as it was; nothing where its body is no JSON object, a large or a deep one. */
export function redactedAnswer(answer: RecordedAnswer, redact: Redact, say: Sayer): RecordedAnswer | undefined {
  const { status, path, headers, body } = answer;
  const clean = redactedBody(body, redact);
  if (clean === undefined) return undefined;
  return { status, path: say.text(path), headers: redactedHeaders(headers, say), body: clean };
}

function redactedHeaders({ contentType, retryAfter, server, closes }: AnswerHeaders, say: Sayer): AnswerHeaders {
  return told<AnswerHeaders>({
    contentType: contentType === undefined ? undefined : say.text(contentType),
    retryAfter: retryAfter === undefined ? undefined : say.text(retryAfter),
    server: server === undefined ? undefined : say.text(server),
    closes,
  });
}

function redactedBody(body: string, redact: Redact): string | undefined {
  const value = objectIn(body);
  if (value === undefined || isDeeper(value, MAX_DEPTH)) return undefined;
  // Once each text by itself, and once all of them in their places: a label tells what a value alone does not.
  const clean = redact(JSON.stringify(value, (key, member: unknown) => withoutPrivate(key, member, redact)));
  return objectIn(clean) === undefined || clean.length > MAX_BODY ? undefined : clean;
}

function objectIn(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    // No JSON: an ordinary case.
    return undefined;
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1));
}

function withoutPrivate(key: string, member: unknown, redact: Redact): unknown {
  const isPrivate = PRIVATE_KEY.test(key);
  if (typeof member === 'string') return isPrivate ? LEFT_OUT : redact(member);
  return typeof member === 'number' && isPrivate ? 0 : member;
}
