import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { billOfMaterials } from '../../../build/package/bill-of-materials.mjs';
import { packageFolders } from '../../../build/package/bundled-packages.mjs';
import { licencesText, materialsIn } from '../../../build/package/licences.mjs';
import { ROOT } from '../../../build/setup/paths.mjs';

/** What must be bundled: nothing else is there at run time. */
const DEPENDENCIES: readonly string[] = Object.keys(
  JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).dependencies,
);

describe('what is inside a bundle', () => {
  it.each([
    [[`${ROOT}/core/plain.ts`], []],
    [
      [`${ROOT}/node_modules/react/index.js`, `${ROOT}/node_modules/react/cjs/react.js?commonjs`],
      ['node_modules/react'],
    ],
    [[`\0${ROOT}/node_modules/@a/b/c.js`], ['node_modules/@a/b']],
    [[`${ROOT}/node_modules/a/node_modules/b/c.js`], ['node_modules/a/node_modules/b']],
  ])('%j is of %j', (modules, folders) => {
    expect(packageFolders(modules)).toEqual(folders);
  });

  it('is named with its licence, the text of it included', () => {
    const materials = materialsIn(DEPENDENCIES.map((name) => `node_modules/${name}`));
    expect(materials.map(({ name }) => name)).toEqual(DEPENDENCIES);
    const text = licencesText(materials);
    for (const { name, version, licence } of materials) expect(text).toContain(`\n${name} ${version} (${licence})\n`);
    expect(text).toContain('Copyright (c) Meta Platforms, Inc. and affiliates.');
  });

  it('is refused where its licence does not fit', () => {
    // Under the MPL, which asks for more than its text.
    const folder = 'node_modules/axe-core';
    expect(existsSync(join(ROOT, folder))).toBe(true);
    expect(() => materialsIn([folder])).toThrow('axe-core cannot be passed on under its licence (MPL-2.0).');
  });

  it('is listed for machines, with Electron', () => {
    const materials = [{ name: '@a/b', version: '1.0.0', licence: 'ISC', text: '' }];
    expect(billOfMaterials({ version: '0.1.0', electron: '45.4.1', materials })).toMatchObject({
      bomFormat: 'CycloneDX',
      metadata: { component: { type: 'application', name: 'pilot-light', version: '0.1.0' } },
      components: [
        { type: 'framework', name: 'electron', version: '45.4.1', purl: 'pkg:npm/electron@45.4.1' },
        { type: 'library', name: '@a/b', purl: 'pkg:npm/%40a/b@1.0.0', licenses: [{ license: { id: 'ISC' } }] },
      ],
      dependencies: [
        { ref: 'pkg:npm/pilot-light@0.1.0', dependsOn: ['pkg:npm/electron@45.4.1', 'pkg:npm/%40a/b@1.0.0'] },
        { ref: 'pkg:npm/electron@45.4.1' },
        { ref: 'pkg:npm/%40a/b@1.0.0' },
      ],
    });
  });
});
