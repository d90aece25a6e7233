import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../setup/paths.mjs';
import { Trouble } from '../setup/say.mjs';

/**
 * An npm package that code of ours was bundled with.
 * @typedef {object} Material
 * @property {string} name
 * @property {string} version
 * @property {string} licence its SPDX identifier
 * @property {string} text the licence itself
 */

// What may be passed on inside a program under the MIT licence, by keeping the text of the licence.
const COMPATIBLE = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0']);

const LICENCE_FILE = /^(?:licen[cs]e|copying)(?:\.\w+)?$/i;

/**
 * What is known of the packages in these folders. Throws `Trouble` for one whose licence has no text or does not fit.
 * @param {readonly string[]} folders below the project's folder
 * @returns {readonly Material[]}
 */
export function materialsIn(folders) {
  return folders.map(materialIn);
}

/**
 * @param {string} folder
 * @returns {Material}
 */
function materialIn(folder) {
  const path = join(ROOT, folder);
  /** @type {{ name: string, version: string, license?: string }} */
  const { name, version, license = 'none' } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  if (!COMPATIBLE.has(license)) throw new Trouble(`${name} cannot be passed on under its licence (${license}).`);
  const file = readdirSync(path).find((entry) => LICENCE_FILE.test(entry));
  if (file === undefined) throw new Trouble(`${name} has no text of its licence (${license}).`);
  return { name, version, licence: license, text: readFileSync(join(path, file), 'utf8').trim() };
}

/**
 * The licences of what is inside, to be shipped with it.
 * @param {readonly Material[]} materials
 */
export function licencesText(materials) {
  const rule = '='.repeat(80);
  const opening =
    'Pilot Light holds code of these packages, under these licences. Those of Electron and Chromium are in\n' +
    'LICENSE.electron.txt and LICENSES.chromium.html.\n';
  return [
    opening,
    ...materials.map(
      ({ name, version, licence, text }) => `${rule}\n${name} ${version} (${licence})\n${rule}\n\n${text}\n`,
    ),
  ].join('\n');
}
