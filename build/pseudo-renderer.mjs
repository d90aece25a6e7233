import { join } from 'node:path';
import { bundleRenderer } from './bundle.mjs';
import { ROOT } from './setup/paths.mjs';

// The catalogues of the tests, and those of the product in whose place they stand, where these are loaded on demand.
const STAND_INS = [
  { path: join('german', 'german.ts'), code: "export { pseudo as german } from '@pseudo';" },
  { path: join('japanese', 'japanese.ts'), code: "export { pseudoRtl as japanese } from '@pseudo';" },
];

const PSEUDO = join(ROOT, 'test', 'core', 'text', 'pseudo-catalogue.ts');

/** Bundles the popup into `out/pseudo-renderer`: German there is the pseudo-locale, Japanese the one from right to left. */
export async function bundlePseudoRenderer() {
  await bundleRenderer('pseudo-renderer', [
    {
      name: 'pseudo-locale',
      enforce: 'pre',
      resolveId: (id) => (id === '@pseudo' ? PSEUDO : undefined),
      load: (id) => STAND_INS.find(({ path }) => id.endsWith(join('core', 'text', path)))?.code,
    },
  ]);
}
