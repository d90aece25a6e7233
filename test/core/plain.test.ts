import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHarmless, MAX_TEXT, plain } from '../../core/plain.ts';

// Private use, unassigned, control, format, surrogate: what a native sink must never get.
const UNSAFE = /[\p{C}]/u;
const graphemes = (text: string): number => [...new Intl.Segmenter('en').segment(text)].length;

describe('plain', () => {
  it.each([
    '2.0.0',
    '/usr/local/bin/claude',
    'Größe 5 µm – 100 %',
    '日本語のパス',
    'emoji 🔥 fine',
    "it's <b>not</b> markup",
  ])('keeps %s', (text) => {
    expect(plain(text)).toBe(text);
  });

  it.each([
    ['input 35: terminal sequences', '\u001B[31mred\u001B[0m\u0007\u0008x', '[31mred[0mx'],
    ['input 36: direction overrides and zero-width', 'a\u202Eb\u200Bc\u2066d\uFEFFe', 'abcde'],
    ['input 37: NUL and lone surrogates', 'a\u0000b\uD800c\uDFFFd', 'abcd'],
    ['noncharacters end Electron in a tooltip', 'a\uFFFEb\uFDD0c\u{1FFFE}d', 'abcd'],
    ['lines become one', 'one\r\n\ttwo  three\n', 'one two three'],
    ['nothing but space is nothing', ' \n\t ', ''],
  ])('%s', (_name, text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it('input 38: at most three marks on a letter', () => {
    expect(plain(`e${'\u0301'.repeat(10_000)}`)).toBe(`e${'\u0301'.repeat(3)}`);
  });

  it('input 34: cuts long texts between graphemes and shows it', () => {
    const cut = plain('x'.repeat(10_000_000));
    expect([graphemes(cut), cut.endsWith('…')]).toEqual([MAX_TEXT, true]);
    expect(plain('👩🏽‍🚀'.repeat(5_000), 10).endsWith('…')).toBe(true);
  });

  it('gives only safe characters, within the limit, and is stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), fc.integer({ min: 1, max: 60 }), (text, max) => {
        const once = plain(text, max);
        expect(UNSAFE.test(once)).toBe(false);
        expect(graphemes(once)).toBeLessThanOrEqual(max);
        expect(plain(once, max)).toBe(once);
        expect([isHarmless(once), isHarmless(text)]).toEqual([true, !/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(text)]);
      }),
      { numRuns: 2_000 },
    );
  });
});
