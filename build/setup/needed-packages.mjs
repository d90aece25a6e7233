/**
 * Something of the operating system that we need, and how to see whether it is there: by a shared library, by a program on
 * the PATH, or by a folder.
 * @typedef {object} Need
 * @property {string} [library]
 * @property {string} [program]
 * @property {string} [folder]
 * @property {readonly [string, ...string[]]} packages what Debian and Ubuntu call it, the newest name first
 */

/** @typedef {'runtime' | 'headless' | 'desktop-tests' | 'pictures' | 'packages' | 'package-tests'} NeedGroup */

/** @type {Readonly<Record<NeedGroup, readonly Need[]>>} */
const NEEDS = {
  // What Electron is linked with, or loads; all else comes with these.
  runtime: [
    { library: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
    { library: 'libnss3.so', packages: ['libnss3'] },
    { library: 'libgbm.so.1', packages: ['libgbm1'] },
    { library: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
    { library: 'libnotify.so.4', packages: ['libnotify4'] },
  ],
  headless: [
    { program: 'Xvfb', packages: ['xvfb'] },
    { program: 'dbus-daemon', packages: ['dbus-daemon', 'dbus'] },
    { program: 'setpriv', packages: ['util-linux'] },
  ],
  'desktop-tests': [
    { program: 'openbox', packages: ['openbox'] },
    { program: 'dunst', packages: ['dunst'] },
    { program: 'dbus-send', packages: ['dbus-bin', 'dbus'] },
    { program: 'xfce4-panel', packages: ['xfce4-panel'] },
    { program: 'import', packages: ['imagemagick'] },
    { program: 'xdotool', packages: ['xdotool'] },
    { program: 'xrandr', packages: ['x11-xserver-utils'] },
    { program: 'xterm', packages: ['xterm'] },
    { program: 'busctl', packages: ['systemd'] },
    { folder: '/usr/share/fonts/opentype/inter', packages: ['fonts-inter'] },
  ],
  packages: [
    { program: 'dpkg-deb', packages: ['dpkg'] },
    { program: 'rpmbuild', packages: ['rpm'] },
    { program: '7za', packages: ['p7zip-full'] },
  ],
  'package-tests': [
    { program: 'debootstrap', packages: ['debootstrap'] },
    { program: 'desktop-file-validate', packages: ['desktop-file-utils'] },
    { program: 'appstreamcli', packages: ['appstream'] },
    { program: 'unshare', packages: ['util-linux'] },
    { program: 'ip', packages: ['iproute2'] },
  ],
  // Letters of every language of the product; without them the pictures show boxes.
  pictures: [
    { folder: '/usr/share/fonts/opentype/inter', packages: ['fonts-inter'] },
    { folder: '/usr/share/fonts/truetype/vlgothic', packages: ['fonts-vlgothic'] },
    { folder: '/usr/share/fonts/truetype/droid', packages: ['fonts-droid-fallback'] },
  ],
};

/**
 * How to see what is there.
 * @typedef {object} Present
 * @property {(library: string) => boolean} library
 * @property {(program: string) => boolean} program
 * @property {(folder: string) => boolean} folder
 */

/**
 * The needs of these groups that are not met.
 * @param {readonly NeedGroup[]} groups
 * @param {Present} present
 * @returns {readonly Need[]}
 */
export function missingNeeds(groups, present) {
  return groups
    .flatMap((group) => NEEDS[group])
    .filter(
      ({ library, program, folder }) =>
        !(library === undefined || present.library(library)) ||
        !(program === undefined || present.program(program)) ||
        !(folder === undefined || present.folder(folder)),
    );
}

/**
 * What can be done about missing needs.
 * @typedef {{ kind: 'nothing' }
 *   | { kind: 'install', packages: readonly string[] }
 *   | { kind: 'ask', packages: readonly string[], command: string }
 *   | { kind: 'name', things: readonly string[] }} Plan
 */

/**
 * Root on Debian installs; another user on Debian is told the command; elsewhere the things are only named.
 * @param {readonly Need[]} missing
 * @param {{ hasApt: boolean, isRoot: boolean, isOffered: (name: string) => boolean }} system `isOffered`: whether apt knows a package
 * @returns {Plan}
 */
export function planFor(missing, { hasApt, isRoot, isOffered }) {
  if (missing.length === 0) return { kind: 'nothing' };
  if (!hasApt) return { kind: 'name', things: missing.map(nameOf) };
  const packages = missing.map(({ packages: names }) => names.find(isOffered) ?? names[names.length - 1] ?? names[0]);
  if (isRoot) return { kind: 'install', packages };
  const command = `sudo apt-get update && sudo apt-get ${installArguments(packages).join(' ')}`;
  return { kind: 'ask', packages, command };
}

/** @param {readonly string[]} packages */
export function installArguments(packages) {
  return ['install', '-y', '--no-install-recommends', ...packages];
}

/** @param {Need} need */
function nameOf({ library, program, folder, packages: [first] }) {
  return library ?? program ?? folder ?? first;
}
