import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Takes away what an Electron that was unpacked before brings along, and a package must not have: the app that is started
 * where there is none, and the note of its version. Called by electron-builder, before fuses and signatures.
 * @param {import('electron-builder').AfterPackContext} context
 */
export async function tidy({ appOutDir, packager }) {
  const leftovers = [join(packager.getResourcesDir(appOutDir), 'default_app.asar'), join(appOutDir, 'version')];
  await Promise.all(leftovers.map((path) => rm(path, { force: true })));
}
