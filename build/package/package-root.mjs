import { chmodSync, cpSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * What a package holds.
 * @typedef {object} Contents
 * @property {readonly string[]} files the paths of files and links, below the root
 * @property {number} bytes
 */

/**
 * Lays files as they will be installed, with the rights that they have there: all may read, none but root may write.
 * @param {readonly (readonly [from: string, to: string])[]} files a folder ends with a slash
 * @param {string} root is made
 * @returns {Contents}
 */
export function layFiles(files, root) {
  mkdirSync(root);
  for (const [from, to] of files) {
    mkdirSync(dirname(join(root, to)), { recursive: true });
    cpSync(from, join(root, to), { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  }
  return setRights(root, '');
}

/**
 * @param {string} root
 * @param {string} folder below it
 * @returns {Contents}
 */
function setRights(root, folder) {
  chmodSync(join(root, folder), 0o755);
  const found = readdirSync(join(root, folder), { withFileTypes: true }).map((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return setRights(root, path);
    const { mode, size } = lstatSync(join(root, path));
    if (entry.isFile()) chmodSync(join(root, path), mode & 0o111 ? 0o755 : 0o644);
    return { files: [path], bytes: size };
  });
  return {
    files: found.flatMap(({ files }) => files).toSorted(),
    bytes: found.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
