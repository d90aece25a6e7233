import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @import { Order } from './order.mjs' */
/** @import { Contents } from './package-root.mjs' */

/**
 * Writes what dpkg wants to know, and gives the command that packs it.
 * @param {Order} order
 * @param {Contents} contents
 * @param {{ root: string }} places
 * @returns {[program: string, args: readonly string[]]}
 */
export function buildDeb(order, contents, { root }) {
  const control = join(root, 'DEBIAN');
  mkdirSync(control);
  writeFileSync(join(control, 'control'), controlText(order, contents.bytes));
  writeFileSync(join(control, 'md5sums'), sums(contents.files, root));
  writeFileSync(join(control, 'postinst'), order.afterInstall, { mode: 0o755 });
  const method = order.isQuick ? ['-Zgzip', '-z1'] : ['-Zxz'];
  return ['dpkg-deb', ['--root-owner-group', ...method, '--build', root, order.artefact]];
}

/**
 * The control file (deb-control(5)).
 * @param {Order} order
 * @param {number} bytes of what is installed
 */
export function controlText(order, bytes) {
  const fields = {
    Package: order.name,
    Version: order.version,
    Architecture: order.architecture,
    Maintainer: order.maintainer,
    'Installed-Size': String(Math.ceil(bytes / 1024)),
    Depends: order.depends.join(', '),
    Suggests: order.suggests.join(', '),
    Section: order.section,
    Priority: 'optional',
    Homepage: order.homepage,
    // An empty line is written as a dot.
    Description: [order.summary, ...order.description.split('\n').map((line) => ` ${line || '.'}`)].join('\n'),
  };
  return Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}

/**
 * @param {readonly string[]} files
 * @param {string} root
 */
function sums(files, root) {
  return files
    .filter((file) => lstatSync(join(root, file)).isFile())
    .map((file) => `${md5(join(root, file))}  ${file}\n`)
    .join('');
}

// As dpkg wants it, to tell what was changed by accident; it protects from nobody.
function md5(/** @type {string} */ path) {
  return createHash('md5').update(readFileSync(path)).digest('hex');
}
