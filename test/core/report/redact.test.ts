import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_REDACTED, redactor } from '../../../core/report/redact.ts';
import { MARKS } from '../../../core/report/redaction/span.ts';
import { HARMLESS } from './harmless.ts';
import { leftOf } from './left-of.ts';
import { ENCODINGS, SECRETS, WORDS } from './secrets.ts';

const redact = redactor(WORDS);
const AROUND: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `The proxy said: ${text} (again)`,
  (text) => JSON.stringify({ error: { message: text } }),
];

describe('input 56: what is planted', () => {
  it('are at least sixty, in every encoding', () => {
    expect(new Set(SECRETS.map(({ name }) => name)).size).toBe(SECRETS.length);
    expect(SECRETS.length).toBeGreaterThan(60 + Object.keys(ENCODINGS).length);
  });

  // The measure has to find what is not hidden, or it proves nothing.
  it('can be seen by the measure where nothing was taken out', () => {
    expect(SECRETS.filter(({ text, hidden }) => hidden.some((part) => leftOf([part], text).length === 0))).toEqual([]);
  });

  it.each(SECRETS)('$name', ({ text, hidden }) => {
    expect(AROUND.flatMap((around) => leftOf(hidden, redact(around(text))))).toEqual([]);
  });
});

describe('what is harmless', () => {
  it('is kept, nineteen of twenty at least', () => {
    const changed = HARMLESS.filter((text) => redact(text) !== text).map((text) => `${text} -> ${redact(text)}`);
    if (changed.length > 0) console.log(changed.join('\n'));
    expect(HARMLESS.length).toBeGreaterThanOrEqual(40);
    expect(changed.length / HARMLESS.length).toBeLessThanOrEqual(0.05);
  });

  it('is kept beside what is not', () => {
    expect(redact('401 from /home/janedoe/bin/claude 2.1.330 for jane@wile.example via 10.1.2.3:8000')).toBe(
      '401 from ~/bin/claude 2.1.330 for [e-mail] via [host]:8000',
    );
    expect(redact('Authorization: Bearer abc123def and http://u:pw@127.0.0.1:8000/health')).toBe(
      'Authorization: Bearer [secret] and http://[secret]@127.0.0.1:8000/health',
    );
  });
});

it('a host is found where a soft line end was made plain', () => {
  expect(redact('upstream proxy.wile.examp= le failed')).toBe('upstream [host] failed');
  expect(redact('status= ok, version= 2.0.0')).toBe('status= ok, version= 2.0.0');
});

describe('the words of this computer', () => {
  it('do not hide half of a report where everybody has them', () => {
    const everybody = redactor({ home: '/root', user: 'root', hostName: 'localhost' });
    const text = 'root runs the proxy on localhost';
    expect(everybody(text)).toBe(text);
    expect(everybody('/root/.claude.json')).toBe('~/.claude.json');
  });

  it('may be missing, or be anything', () => {
    const words = fc.record({ home: fc.string(), user: fc.string(), hostName: fc.string(), organisation: fc.string() });
    fc.assert(
      fc.property(words, fc.string(), (any, text) => {
        const anyRedact = redactor(any);
        expect(anyRedact(anyRedact(text))).toBe(anyRedact(text));
      }),
    );
    expect(redactor({ home: '', user: '', hostName: '' })('as it was')).toBe('as it was');
  });

  it('are found in a folder of another shape', () => {
    const windows = redactor({
      home: String.raw`D:\People\Jané Doe`,
      user: String.raw`WILE\jané.doe`,
      hostName: 'ZB-7',
    });
    expect(windows(String.raw`D:\People\Jané Doe\x`)).toBe(String.raw`~\x`);
    expect(windows(String.raw`"D:\\People\\Jan\u00e9 Doe\\x"`)).toBe(String.raw`"~\\x"`);
    expect(windows('d:/people/JANE DOE/x and jane_doe on zb-7')).toBe('~/x and [user] on [host]');
  });
});

// Pieces that mean something to a detector, in any order.
const PIECES = [
  ...MARKS,
  ...SECRETS.slice(0, 60).map(({ text }) => text),
  ...'sk-ant-|key=|token: |"|\'|@|.|://|/home/|\\|%|&#|;|=|~| |\n|[|]'.split('|'),
  ...'\u200b|é|\ud800|😀|1.2.3.4|::|janedoe|aA1|Bearer |cookie: '.split('|'),
];
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join('')),
);

describe('any text', () => {
  it('is redacted once and for all, without an error', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const once = redact(text);
        expect(redact(once)).toBe(once);
      }),
      { numRuns: 1_000 },
    );
  });

  it('grows little: a mark is at most five times as long as what it hides', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(redact(text).length).toBeLessThanOrEqual(5 * text.length);
      }),
    );
  });

  it('is cut where it is too long, and read to its end where it is not', () => {
    const secret = ' sk-ant-api03-abcdef123456';
    expect(redact('a '.repeat(MAX_REDACTED))).toHaveLength(MAX_REDACTED);
    expect(redact(`${'a '.repeat(30_000)}${secret}`)).toBe(`${'a '.repeat(30_000)} [secret]`);
    expect(redact('a@b.co '.repeat(MAX_REDACTED)).length).toBeLessThanOrEqual(MAX_REDACTED);
  });
});
