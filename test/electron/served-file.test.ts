import * as fc from 'fast-check';
import { isAbsolute, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { servedFile } from '../../electron/served-file.ts';

const FOLDER = '/somewhere/out/renderer';

describe('servedFile', () => {
  it.each([
    ['app://popup/index.html', 'index.html', 'text/html; charset=utf-8'],
    ['app://popup/assets/index-B_x9.js', 'assets/index-B_x9.js', 'text/javascript; charset=utf-8'],
    ['app://popup/assets/index.css?v=1#top', 'assets/index.css', 'text/css; charset=utf-8'],
  ])('serves %s', (address, path, type) => {
    expect(servedFile(FOLDER, address)).toEqual({ path: `${FOLDER}/${path}`, type });
  });

  it.each([
    'app://popup/',
    'app://popup/index',
    'app://popup/main.ts',
    'app://popup/.env.html',
    'app://popup/a/.git/x.html',
    'app://popup/..%2f..%2fx.html',
    'app://popup/..%5c..%5cx.html',
    'app://popup/a%00.html',
    'app://popup//etc/x.html',
    'app://elsewhere/index.html',
    'https://popup/index.html',
    'file:///index.html',
    'index.html',
    '',
  ])('serves nothing for %s', (address) => {
    expect(servedFile(FOLDER, address)).toBeUndefined();
  });

  it('never leaves its folder', () => {
    const pieces = fc.constantFrom(
      '..',
      '.',
      '%2e',
      '%2E%2e',
      '%2f',
      '%5c',
      '\\',
      '/',
      '//',
      'a',
      'b.html',
      '%00',
      ':',
      '~',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const file = servedFile(FOLDER, `app://popup/${parts.join('')}.html`);
        if (file === undefined) return;
        const inside = relative(FOLDER, file.path);
        expect(inside.startsWith('..') || isAbsolute(inside)).toBe(false);
      }),
    );
  });
});
