import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @import { Order } from './order.mjs' */
/** @import { Contents } from './package-root.mjs' */

// electron-builder calls them as Debian does.
/** @type {Readonly<Record<string, string>>} */
const ARCHITECTURES = { amd64: 'x86_64', arm64: 'aarch64' };

/**
 * Writes what rpmbuild wants to know, and gives the command that packs it.
 * @param {Order} order
 * @param {Contents} contents
 * @param {{ work: string, root: string }} places
 * @returns {[program: string, args: readonly string[]]}
 */
export function buildRpm(order, { files }, { work, root }) {
  const spec = join(work, 'package.spec');
  writeFileSync(spec, specText(order, files, root));
  const defines = [
    `_topdir ${work}/rpm`,
    `_rpmdir ${work}`,
    `_build_name_fmt package.rpm`,
    // What is packed is finished: nothing is stripped, and no package for debugging is made of it.
    '__os_install_post %{nil}',
    'debug_package %{nil}',
    '_build_id_links none',
    `_binary_payload ${order.isQuick ? 'w1.gzdio' : 'w6T0.xzdio'}`,
  ].flatMap((define) => ['--define', define]);
  const build = [
    'rpmbuild',
    '-bb',
    '--quiet',
    '--target',
    ARCHITECTURES[order.architecture] ?? order.architecture,
    ...defines,
    spec,
  ];
  // rpmbuild chooses the folder of what it makes by itself.
  return [
    'sh',
    [
      '-c',
      'artefact=$1; made=$2; shift 2; "$@" && mv "$made" "$artefact"',
      'sh',
      order.artefact,
      join(work, 'package.rpm'),
      ...build,
    ],
  ];
}

/**
 * @param {Order} order
 * @param {readonly string[]} files
 * @param {string} root
 */
export function specText(order, files, root) {
  return `Name: ${order.name}
Version: ${order.version}
Release: 1
Summary: ${order.summary}
License: ${order.licence}
URL: ${order.homepage}
Packager: ${order.maintainer}
Group: ${order.section}
AutoReqProv: no
${order.depends.map((each) => `Requires: ${each}\n`).join('')}
%description
${order.description}

%install
cp -a '${root}/.' '%{buildroot}'

%files
${listed(files).join('\n')}

%post
${order.afterInstall}`;
}

// A folder of ours stands for all in it, and is removed with it; those of the system are left alone.
function listed(/** @type {readonly string[]} */ files) {
  const own = files.map((file) => /^opt\/[^/]+/.exec(file)?.[0] ?? file);
  return [...new Set(own)].map((path) => `"/${path}"`);
}
