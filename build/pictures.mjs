import { existsSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { installDependencies } from './setup/dependencies.mjs';
import { OUT, ROOT } from './setup/paths.mjs';
import { run, runScript } from './setup/run.mjs';
import { say } from './setup/say.mjs';
import { ensureSystemPackages } from './setup/system-packages.mjs';
import { isHeadless, startVirtualDisplay } from './setup/virtual-display.mjs';

const DOCS = join(ROOT, 'docs', 'pictures');
const PICTURES = join(OUT, 'pictures');
// Those for the documents lie here until all of them are taken.
const CHOICE = join(PICTURES, 'docs');
const LAST = 'popup.png';
const LIMIT_MS = 10 * 60_000;

// npm run pictures: photographs the popup in every state, all of them into out/pictures, a choice into docs/pictures.
await runScript(async () => {
  const headless = isHeadless(process.platform, process.env);
  await installDependencies();
  await ensureSystemPackages(headless ? ['runtime', 'headless', 'pictures'] : ['runtime', 'pictures']);
  // These need the packages that were just installed.
  const { electronProgram, ensureElectron } = await import('./setup/electron-runtime.mjs');
  const { bundle, bundleForNode } = await import('./bundle.mjs');
  const { bundlePseudoRenderer } = await import('./pseudo-renderer.mjs');
  const { makeTrayPicture } = await import('./tray-picture.mjs');
  const electron = electronProgram(await ensureElectron());
  await bundle(['app']);
  await bundlePseudoRenderer();
  await bundleForNode('test/pictures/camera.ts', 'camera', 'es', 'camera.js');
  await emptyFolder();
  const display = headless ? await startVirtualDisplay() : undefined;
  const code = await run(electron, cameraArguments(), {
    env: { ...process.env, ...(display !== undefined && { DISPLAY: display.display }) },
    limitMs: LIMIT_MS,
  });
  await display?.stop();
  // One that had to be stopped ends well, too: only the last picture tells that all were taken.
  if (code !== 0 || !existsSync(join(CHOICE, LAST))) return code || 1;
  await makeTrayPicture(join(CHOICE, 'tray.png'));
  await rm(DOCS, { recursive: true, force: true });
  await cp(CHOICE, DOCS, { recursive: true });
  say(`The pictures are in ${DOCS}, and more of them in ${PICTURES}.`);
  return 0;
});

// What is not taken any more shall not stay.
async function emptyFolder() {
  await rm(PICTURES, { recursive: true, force: true });
  await mkdir(CHOICE, { recursive: true });
  for (const file of ['composition.html', 'composition.css']) {
    // oxlint-disable-next-line no-await-in-loop
    await cp(join(ROOT, 'test', 'pictures', file), join(PICTURES, file));
  }
}

/** @returns {string[]} */
function cameraArguments() {
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  // Chromium refuses its sandbox to root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [...sandbox, join(OUT, 'camera', 'camera.js'), OUT, CHOICE, axe];
}
