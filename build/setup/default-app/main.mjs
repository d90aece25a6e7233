// Stands in for Electron's own resources/default_app.asar, which the runtime from the registry lacks:
//   electron [-r module]... [--switches] <app folder or file> [arguments]
/// <reference types="electron" />
import { app } from 'electron/main';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const { preloads, target } = readArguments(process.argv.slice(1));
// @ts-expect-error Node's own way to honour `-r`; it is public in all but name.
// oxlint-disable-next-line no-underscore-dangle
if (preloads.length > 0) Module._preloadModules(preloads);
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
const entry = createRequire(join(target, 'any.js')).resolve(target);
const hasManifest = introduce(target);
// @ts-expect-error Like the next one below, for the default app only, and so not in the types.
app.setAppPath(hasManifest ? target : dirname(entry));
// Awaited, so that `ready` waits for it as it does in an official Electron.
await import(pathToFileURL(entry).href);

/** @param {readonly string[]} args */
function readArguments(args) {
  const modules = [];
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? '';
    if (arg === '-r' || arg === '--require') modules.push(args[(i += 1)]);
    else if (arg === '--version' || arg === '-v') tell(`v${process.versions['electron']}`);
    else if (arg === '--abi' || arg === '-a') tell(process.versions.modules);
    else if (!arg.startsWith('-')) return { preloads: modules, target: resolve(arg) };
  }
  console.error('usage: electron [-r module] [switches] <app folder or file>');
  process.exit(1);
}

/** @param {string} answer */
function tell(answer) {
  console.log(answer);
  process.exit(0);
}

/**
 * Gives the app the names in its package.json, if it has one.
 * @param {string} folder
 */
function introduce(folder) {
  const path = join(folder, 'package.json');
  if (!existsSync(path)) return false;
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  // @ts-expect-error See above.
  if (manifest.version) app.setVersion(manifest.version);
  app.name = manifest.productName ?? manifest.name ?? app.name;
  app.setDesktopName(manifest.desktopName ?? `${app.name}.desktop`);
  return true;
}
