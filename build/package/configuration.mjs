import { join } from 'node:path';
import { OUT, ROOT } from '../setup/paths.mjs';
import { FUSES } from './fuses.mjs';
import { APP_ID, MAINTAINER, PROGRAM } from './identity.mjs';
import { tidy } from './tidy.mjs';

/** @typedef {import('electron-builder').Configuration} Configuration */
/**
 * The Electron inside a package.
 * @typedef {object} Runtime
 * @property {string} version
 * @property {string} [dist] the folder of one that is not the official one of the pinned version: for tests only
 */

/** Where packages come into being. */
export const PACKAGES = join(OUT, 'packages');

/** What the packager puts together before electron-builder takes it, see `stage.mjs`. */
export const STAGE = join(OUT, 'stage');

/** The bundles that are the app. */
export const APP_BUNDLES = ['main', 'preload', 'renderer', 'picture'];

/** The bundles that are the program for terminals. */
export const TERMINAL_BUNDLES = ['cli', 'simulator'];

const BOTH = /** @type {import('electron-builder').TargetConfiguration['arch']} */ (['x64', 'arm64']);

/**
 * How electron-builder is to make the packages.
 * @param {Runtime} runtime
 * @returns {Configuration}
 */
export function configuration({ version, dist }) {
  const isForTests = dist !== undefined;
  return {
    appId: APP_ID,
    productName: 'Pilot Light',
    copyright: 'Copyright © 2026 The Pilot Light developers',
    directories: { output: PACKAGES, buildResources: join(ROOT, 'build', 'package') },
    electronVersion: version,
    ...(isForTests && { electronDist: dist }),
    artifactName: `pilot-light-\${version}${isForTests ? '-for-tests' : ''}-\${os}-\${arch}.\${ext}`,
    electronFuses: FUSES,
    asar: true,
    // All code is bundled, so nothing of node_modules is inside; and nothing of it is native.
    files: [
      ...APP_BUNDLES.map((bundle) => `out/${bundle}/**`),
      'out/icons/*{healthy,degraded,down,unknown,paused}*.png',
      '!**/node_modules/**',
    ],
    npmRebuild: false,
    extraResources: [
      { from: join(STAGE, 'resources'), to: '.' },
      { from: join(ROOT, 'out'), to: 'terminal/out', filter: TERMINAL_BUNDLES.map((bundle) => `${bundle}/**`) },
    ],
    // English stands in for every other language, as it does in the faces; the names decide how dates are written.
    electronLanguages: ['en-US', 'en-GB', 'de', 'ja', 'zh-CN', 'zh-TW'],
    afterPack: tidy,
    // Nothing is uploaded by whoever builds, and the app does not update itself.
    publish: null,
    toolsets: { appimage: '1.0.3' },
    linux: linux(),
    deb: { ...installed('deb'), recommends: [], compression: isForTests ? 'gz' : 'xz' },
    rpm: { ...installed('rpm'), compression: isForTests ? 'gzip' : 'xz' },
    mac: mac(),
    win: windows(),
    // For one user, without a question and without an administrator; what the user has stays.
    nsis: { oneClick: true, perMachine: false, deleteAppDataOnUninstall: false },
  };
}

/** @returns {Configuration['linux'] & {}} */
function linux() {
  return {
    target: ['AppImage', 'deb', 'rpm', 'tar.gz'].map((target) => ({ target, arch: BOTH ?? [] })),
    executableName: PROGRAM,
    maintainer: MAINTAINER,
    category: 'System;Monitor',
    synopsis: 'Tray light for a local Claude proxy',
    description: 'Says whether a local Claude proxy works, why not, and what to do.',
    icon: join(OUT, 'icons'),
    syncDesktopName: true,
    desktop: { entry: { Keywords: 'Claude;proxy;API;monitor;tray;', StartupNotify: 'false' } },
  };
}

// Electron 33 to 45 are linked with these or load them, which the packager's own lists forget in part. Some have another name
// since Debian 13 and Ubuntu 24.04, where the old one may lead to something else.
const NEEDS = {
  deb:
    'libc6, libgtk-3-0t64 | libgtk-3-0, libnss3, libnspr4, libgbm1, libdrm2, libasound2t64 | libasound2, ' +
    'libcups2t64 | libcups2, libatspi2.0-0t64 | libatspi2.0-0, libxkbcommon0, libx11-xcb1, libudev1, libnotify4, xdg-utils',
  rpm: 'gtk3, libX11-xcb, nss, mesa-libgbm, alsa-lib, cups-libs, at-spi2-core, libnotify, xdg-utils',
};

/** @param {'deb' | 'rpm'} kind */
function installed(kind) {
  const files = Object.entries(beside(kind)).map(([file, place]) => `${join(STAGE, 'installed', file)}=${place}`);
  return {
    packageName: 'pilot-light',
    packageCategory: kind === 'deb' ? 'utils' : 'Applications/System',
    afterInstall: join(ROOT, 'build', 'package', 'after-install.sh'),
    depends: NEEDS[kind].split(', '),
    fpm: [...(kind === 'deb' ? ['--deb-suggests', 'nodejs'] : []), ...files],
  };
}

/**
 * Where a Linux system looks for what `stage.mjs` made beside the app.
 * @param {'deb' | 'rpm'} kind
 * @returns {Readonly<Record<string, string>>}
 */
function beside(kind) {
  const share = '/usr/share';
  return {
    'pilot-light': '/usr/bin/pilot-light',
    [PROGRAM]: `/usr/bin/${PROGRAM}`,
    'pilot-light.1.gz': `${share}/man/man1/pilot-light.1.gz`,
    'pilot-light.bash': `${share}/bash-completion/completions/pilot-light`,
    'pilot-light.zsh': `${share}/zsh/${kind === 'deb' ? 'vendor-completions' : 'site-functions'}/_pilot-light`,
    'pilot-light.fish': `${share}/fish/vendor_completions.d/pilot-light.fish`,
    'metainfo.xml': `${share}/metainfo/${APP_ID}.metainfo.xml`,
    'changelog.gz': `${share}/doc/pilot-light/changelog.gz`,
    copyright: kind === 'deb' ? `${share}/doc/pilot-light/copyright` : `${share}/licenses/pilot-light/LICENSE`,
  };
}

/** @returns {Configuration['mac'] & {}} */
function mac() {
  const entitlements = join(ROOT, 'build', 'package', 'entitlements.plist');
  return {
    target: ['dmg', 'zip'].map((target) => ({ target, arch: 'universal' })),
    category: 'public.app-category.developer-tools',
    icon: join(OUT, 'icons', '1024x1024.png'),
    // A tray app: no icon in the Dock, no menu.
    extendInfo: { LSUIElement: true },
    hardenedRuntime: true,
    entitlements,
    entitlementsInherit: entitlements,
  };
}

/** @returns {Configuration['win'] & {}} */
function windows() {
  return {
    target: ['nsis', 'portable'].map((target) => ({ target, arch: BOTH ?? [] })),
    icon: join(OUT, 'icons', '256x256.png'),
  };
}
