import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { measurement } from '../measurement.ts';
import { ROOT } from '../places.ts';

const KILO = 1_000;

export const bundles = measurement({
  name: 'bundles',
  how: 'All that is built of the popup (scripts and styles) and of the main process, each file gzipped by itself.',
  limitMs: 10_000,
  figures: {
    renderer: { what: 'popup, gzipped', unit: 'kB', budget: 110 },
    main: { what: 'main process, gzipped', unit: 'kB', budget: 200 },
  },
  measure: () =>
    Promise.resolve({
      renderer: gzippedKilobytes('out/renderer/assets'),
      main: gzippedKilobytes('out/main'),
    }),
});

function gzippedKilobytes(folder: string): number {
  const files = readdirSync(join(ROOT, folder)).filter((name) => /\.(?:js|css)$/.test(name));
  if (files.length === 0) throw new Error(`nothing is built in ${folder}`);
  return files.reduce((sum, name) => sum + gzipSync(readFileSync(join(ROOT, folder, name))).length, 0) / KILO;
}
