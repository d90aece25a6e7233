import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { measurement } from '../measurement.ts';
import { ROOT } from '../places.ts';

const KILO = 1_000;

export const bundles = measurement({
  name: 'bundles',
  how: 'What the popup’s page names (script and style), the largest of what it loads for another language than English, and the main process, each file gzipped by itself.',
  limitMs: 10_000,
  figures: {
    renderer: { what: 'popup, gzipped', unit: 'kB', budget: 110 },
    language: { what: 'a further language of the popup, gzipped, the largest', unit: 'kB' },
    main: { what: 'main process, gzipped', unit: 'kB', budget: 200 },
  },
  measure: () =>
    Promise.resolve({
      renderer: sum(sizesIn(ASSETS, isNamed)),
      language: Math.max(...sizesIn(ASSETS, (name) => !isNamed(name))),
      main: sum(sizesIn('out/main')),
    }),
});

const ASSETS = 'out/renderer/assets';

function isNamed(name: string): boolean {
  return readFileSync(join(ROOT, 'out/renderer/index.html'), 'utf8').includes(name);
}

/** The sizes of scripts and styles in a folder, gzipped, in kB. */
function sizesIn(folder: string, isMeant: (name: string) => boolean = () => true): readonly number[] {
  const files = readdirSync(join(ROOT, folder)).filter((name) => /\.(?:js|css)$/.test(name) && isMeant(name));
  if (files.length === 0) throw new Error(`nothing is built in ${folder}`);
  return files.map((name) => gzipSync(readFileSync(join(ROOT, folder, name))).length / KILO);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
