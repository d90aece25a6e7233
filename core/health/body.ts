import { fields, type Fields } from './fields.ts';
import type { Answer } from './probe-result.ts';

/** What an answer's body is, judged by the body itself: real proxies send wrong and even two content types. */
export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'html' }
  | { readonly kind: 'empty' };

const BYTE_ORDER_MARK = /^\uFEFF/;
const HTML = /^\s*<(?:!doctype|html|head|body|title|h1|p|script)\b/i;

/** Parses the body of an answer. JSON wins over everything the headers may say. */
export function readBody(answer: Answer): Body {
  const text = answer.body.replace(BYTE_ORDER_MARK, '');
  if (text.trim() === '') return { kind: 'empty' };
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch {
    // Not JSON is an ordinary case here, and the two that remain say what it is instead.
    return HTML.test(text) ? { kind: 'html' } : { kind: 'text', text };
  }
}

/** The body as a JSON object, if it is one. */
export function bodyFields(body: Body): Fields | undefined {
  return body.kind === 'json' ? fields(body.value) : undefined;
}
