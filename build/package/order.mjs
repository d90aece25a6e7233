/**
 * What is to be packed, and as what.
 * @typedef {object} Order
 * @property {'deb' | 'rpm'} kind
 * @property {string} artefact the path of the package to be made
 * @property {string} name
 * @property {string} version
 * @property {string} architecture as the system calls it
 * @property {string} summary one line
 * @property {string} description
 * @property {string} maintainer
 * @property {string} homepage
 * @property {string} licence
 * @property {string} section
 * @property {boolean} isQuick whether it is made quickly rather than small
 * @property {readonly string[]} depends
 * @property {readonly string[]} suggests
 * @property {string} afterInstall a script
 * @property {readonly (readonly [from: string, to: string])[]} files what lies where, and where it is to be installed
 */

const FLAGS = new Set(['--force', '--debug']);

/**
 * Reads the arguments that electron-builder calls fpm with, but for the script that it wants to be run after a removal: ours
 * leaves nothing to be done. Throws for what we cannot pack.
 * @param {readonly string[]} args
 * @param {(path: string) => string} read gives the text of a file
 * @returns {Order}
 */
export function readOrder(args, read) {
  const { named, inputs } = sort(args);
  const one = (/** @type {string} */ name) => named.get(name)?.at(-1) ?? '';
  const kind = one('-t');
  if (one('-s') !== 'dir' || (kind !== 'deb' && kind !== 'rpm')) {
    throw new Error(`A folder as a deb or an rpm can be packed, not ${one('-s')} as ${kind}`);
  }
  const [first = '', ...rest] = one('--description')
    .split('\n')
    .map((line) => line.trim());
  return {
    kind,
    artefact: one('--package'),
    name: one('--name'),
    version: one('--version'),
    architecture: one('--architecture'),
    summary: one('--rpm-summary') || first,
    description: rest.join('\n') || first,
    maintainer: one('--maintainer'),
    homepage: one('--url'),
    licence: one('--license'),
    section: one('--category'),
    isQuick: one(`--${kind}-compression`).startsWith('gz'),
    depends: named.get('-d') ?? [],
    suggests: named.get('--deb-suggests') ?? [],
    afterInstall: read(one('--after-install')),
    files: inputs.map(fromAndTo),
  };
}

/** @param {readonly string[]} args */
function sort(args) {
  /** @type {Map<string, string[]>} */
  const named = new Map();
  const inputs = [];
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? '';
    if (FLAGS.has(arg)) continue;
    if (!arg.startsWith('-')) inputs.push(arg);
    else named.set(arg, [...(named.get(arg) ?? []), args[(i += 1)] ?? '']);
  }
  return { named, inputs };
}

/**
 * @param {string} input
 * @returns {readonly [from: string, to: string]}
 */
function fromAndTo(input) {
  const cut = input.lastIndexOf('=');
  return [input.slice(0, cut), input.slice(cut + 1)];
}
