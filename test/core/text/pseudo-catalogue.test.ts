import { expect, it } from 'vitest';
import { english } from '../../../core/text/english.ts';
import { pseudo, pseudoRtl } from './pseudo-catalogue.ts';
import { pseudoText } from './pseudo-text.ts';

it('lengthens, accents and brackets a text, and leaves alone what it was given', () => {
  expect(pseudoText('Signed in')).toBe('[Šîĝñéd îñ öñé]');
  expect(pseudoText('Remove Studio', ['Studio'])).toBe('[Rémôṽé Studio öñé ť]'.replace('ṽ', 'v'));
  expect(pseudoText('')).toBe('');
});

it('has every word of English in another form, and its signs and functions as they are', () => {
  expect(Object.keys(pseudo)).toEqual(Object.keys(english));
  expect(pseudo.settings.title).toMatch(/^\[.*\]$/);
  expect(pseudo.settings.remove('Studio')).toContain('Studio');
  expect([pseudo.units, pseudo.milliseconds(4)]).toEqual([english.units, '4 ms']);
  expect(pseudo.findings['signed-out'].why({})).toMatch(/^\[.*\]$/);
});

it('is written from either side', () => {
  expect([pseudo.direction, pseudoRtl.direction]).toEqual(['ltr', 'rtl']);
});
