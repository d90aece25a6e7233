import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OUT, ROOT } from '../setup/paths.mjs';
import { Trouble } from '../setup/say.mjs';

const NOTES = join(OUT, '.packages');

// The folder of the innermost package: node_modules/a/node_modules/@b/c/d.js is of @b/c inside a.
const PACKAGE_FOLDER = /^.*\bnode_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

/**
 * Notes which npm packages a bundle has code of: what is imported but falls away counts as little as what is only installed.
 * @param {string} folder the name of the bundle
 * @returns {import('vite').Plugin}
 */
export function notePackages(folder) {
  return {
    name: 'note-packages',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? renderedModules(file) : []));
      mkdirSync(NOTES, { recursive: true });
      writeFileSync(join(NOTES, `${folder}.json`), JSON.stringify(packageFolders(modules)));
    },
  };
}

/** @param {import('vite').Rolldown.OutputChunk} chunk */
function renderedModules({ modules }) {
  return Object.entries(modules)
    .filter(([, { renderedLength }]) => renderedLength > 0)
    .map(([id]) => id);
}

/**
 * The folders of the packages that these modules belong to, each once, sorted, below the project's folder.
 * @param {readonly string[]} modules paths, some of them with a query behind
 * @returns {readonly string[]}
 */
export function packageFolders(modules) {
  const folders = modules.flatMap((id) => PACKAGE_FOLDER.exec(id)?.[0] ?? []);
  return [
    ...new Set(
      folders.map((folder) =>
        folder
          .replace(ROOT, '')
          .replaceAll('\\', '/')
          .replace(/^\0?\//, ''),
      ),
    ),
  ].toSorted();
}

/**
 * The folders of the npm packages that these bundles have code of. Throws `Trouble` for a bundle that was not made.
 * @param {readonly string[]} bundles
 * @returns {readonly string[]}
 */
export function bundledPackages(bundles) {
  return [...new Set(bundles.flatMap(read))].toSorted();
}

/**
 * @param {string} bundle
 * @returns {readonly string[]}
 */
function read(bundle) {
  try {
    return JSON.parse(readFileSync(join(NOTES, `${bundle}.json`), 'utf8'));
  } catch (error) {
    throw new Trouble(`It is not known what is inside the bundle ${bundle}: ${String(error)}`);
  }
}
