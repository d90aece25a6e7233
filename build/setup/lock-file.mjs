/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} Package
 * @typedef {Readonly<Record<string, Package>>} Packages by their folders, such as "node_modules/react"
 */

/**
 * Whether what npm installed is what the lock file names. A package for another platform may be absent; nothing may be more
 * or other.
 * @param {Packages} locked `packages` of package-lock.json
 * @param {Packages} installed `packages` of node_modules/.package-lock.json, which npm writes when an installation is complete
 */
export function matchesLock(locked, installed) {
  const wanted = Object.entries(locked).filter(([path]) => path !== '');
  return (
    wanted.every(([path, entry]) => path in installed || entry.optional === true) &&
    Object.entries(installed).every(([path, entry]) => isSame(entry, locked[path]))
  );
}

/**
 * @param {Package} a
 * @param {Package | undefined} b
 */
function isSame(a, b) {
  return b !== undefined && a.version === b.version && a.integrity === b.integrity;
}
