import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { makeIcons } from './icons.mjs';
import { oneByte } from './one-byte.mjs';
import { notePackages } from './package/bundled-packages.mjs';
import { rebuildIfChanged } from './setup/freshness.mjs';
import { OUT, ROOT } from './setup/paths.mjs';
import { runScript } from './setup/run.mjs';
import { secondsSince, say } from './setup/say.mjs';

// Electron 33's browser and Node, the oldest that the source is started with.
const BROWSER = 'chrome130';
const NODE = 'node20';

const NO_XML = join(ROOT, 'build', 'no-xml.mjs');

const SHARED = /** @type {const} */ ({ configFile: false, logLevel: 'warn', mode: 'production' });

// One file for what the popup opens with, one for its other pages: each file is asked for by itself.
const RENDERER_GROUPS = [
  { name: 'start', test: /renderer[\\/]main\.tsx$/, priority: 1 },
  { name: 'pages', test: /renderer[\\/](?:about|diagnostics|history|report|settings)[\\/]/ },
];

// All else that the package offers there is for servers, and three times as much.
const RENDER_TO_STRING = join(ROOT, 'node_modules/react-dom/cjs/react-dom-server-legacy.browser.production.js');

// A picture is of the page that the popup opens with; without the others it is read in half the time.
/** @type {import('vite').Plugin} */
const ONE_PAGE = {
  name: 'one-page',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('later-pages.ts')
      ? "export const loadedPage = () => undefined; export const loadPage = () => Promise.reject(new Error('a picture'));"
      : undefined,
};

// The style that the popup opens with stands in its page: it does not have to be asked for.
/** @type {import('vite').Plugin} */
const STYLE_IN_PAGE = {
  name: 'style-in-page',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle: files = {} }) =>
      html.replace(/<link rel="stylesheet"[^>]* href="\.\/([^"]+)">/, (link, name) => {
        const file = files[name];
        if (file?.type !== 'asset') return link;
        delete files[name];
        return `<style>${String(file.source)}</style>`;
      }),
  },
};

/** @type {import('vite').Plugin} */
const ONE_BYTE = {
  name: 'one-byte',
  // Whatever comes before this writes the texts anew.
  generateBundle: (_options, files) => {
    for (const file of Object.values(files)) if (file.type === 'chunk') file.code = oneByte(file.code);
  },
};

/** @typedef {'app' | 'simulator' | 'command-line'} Part */
/** @typedef {{ folder: string, sources: readonly string[], build: () => Promise<unknown> }} Target */

/** @type {readonly Target[]} */
const APP = [
  {
    folder: 'main',
    sources: ['core', 'engine', 'electron'],
    build: () => bundleForNode('electron/boot.ts', 'main', 'es', 'main.js', { isSplit: true }),
  },
  {
    folder: 'preload',
    sources: ['core', 'electron'],
    // A sandboxed preload script must be one CommonJS file.
    build: () => bundleForNode('electron/preload.ts', 'preload', 'cjs', 'preload.cjs'),
  },
  { folder: 'renderer', sources: ['core', 'renderer'], build: () => bundleRenderer() },
  { folder: 'picture', sources: ['core', 'renderer'], build: bundlePicture },
];

/** @type {readonly Target[]} */
const SIMULATOR = [
  {
    folder: 'simulator',
    sources: ['core', 'test/simulator'],
    build: () => bundleForNode('test/simulator/main.ts', 'simulator', 'es', 'simulator.js'),
  },
];

/** @type {readonly Target[]} */
const COMMAND_LINE = [{ folder: 'cli', sources: ['core', 'engine'], build: bundleCommandLine }];

/** @type {Readonly<Record<Part, readonly Target[]>>} */
const PARTS = { app: APP, simulator: SIMULATOR, 'command-line': COMMAND_LINE };

/**
 * Builds parts of the product into `out/`, where their sources have changed: `app` is what Electron starts, `simulator` the
 * proxy that the demo and the tests play with, `command-line` the program for terminals. Every bundle is whole: nothing is
 * loaded from node_modules at run time.
 * @param {readonly Part[]} parts
 */
export async function bundle(parts) {
  const began = performance.now();
  const targets = parts.flatMap((part) => PARTS[part]);
  const [built, icons] = await Promise.all([
    Promise.all(targets.map(rebuildIfChanged)),
    parts.includes('app') ? makeIcons(join(OUT, 'icons')) : [],
  ]);
  const done = [
    ...targets.filter((_target, i) => built[i]).map(({ folder }) => folder),
    ...(icons.length ? ['icons'] : []),
  ];
  if (done.length > 0) say(`built ${done.join(', ')} (${secondsSince(began)})`);
}

/**
 * Bundles one source for Node or Electron's main process into `out/<folder>/<file>`, with all that it imports but Electron.
 * @param {string} entry below the project's folder
 * @param {string} folder
 * @param {'es' | 'cjs'} format
 * @param {string} file
 * @param {{ isSplit?: boolean }} [options] `isSplit`: what is imported later is a file of its own
 */
export async function bundleForNode(entry, folder, format, file, { isSplit = false } = {}) {
  // Names and lines stay as they are, so that a stack trace can be read.
  await buildForNode(entry, folder, false, {
    format,
    entryFileNames: file,
    chunkFileNames: 'part-[name].js',
    codeSplitting: isSplit,
    comments: false,
  });
}

// Every command is a piece of its own, so that none waits for what another needs; what looks at proxies is read at once.
const COMMAND_LINE_GROUPS = [
  { name: 'start', test: /command-line[\\/]main\.ts$/, priority: 1 },
  { name: 'watching', test: /command-line[\\/](?:open-monitor|run-status|surveyor-here)\.ts$/ },
];

// CommonJS, and less to read: Node loads it in half the time.
async function bundleCommandLine() {
  await buildForNode('engine/command-line/main.ts', 'cli', true, {
    format: 'cjs',
    entryFileNames: 'pilot-light.cjs',
    chunkFileNames: '[name].cjs',
    codeSplitting: { groups: COMMAND_LINE_GROUPS },
  });
}

/**
 * @param {string} entry
 * @param {string} folder
 * @param {boolean} minify
 * @param {import('vite').Rolldown.OutputOptions} output
 */
async function buildForNode(entry, folder, minify, output) {
  await build({
    ...SHARED,
    root: ROOT,
    ssr: { noExternal: true },
    plugins: [notePackages(folder), ONE_BYTE],
    resolve: { alias: { 'fast-xml-parser': NO_XML, 'fast-xml-builder': NO_XML } },
    build: {
      ssr: entry,
      outDir: join(OUT, folder),
      emptyOutDir: true,
      target: NODE,
      minify,
      rolldownOptions: { external: [/^electron(\/|$)/, /^node:/], output },
    },
  });
}

/**
 * Bundles the popup into `out/<folder>`.
 * @param {string} [folder]
 * @param {readonly import('vite').Plugin[]} [plugins]
 */
export async function bundleRenderer(folder = 'renderer', plugins = []) {
  await build({
    ...SHARED,
    root: join(ROOT, 'renderer'),
    base: './',
    plugins: [react(), notePackages(folder), STYLE_IN_PAGE, ...plugins],
    build: {
      outDir: join(OUT, folder),
      emptyOutDir: true,
      target: BROWSER,
      // The page's policy allows nothing inline but its style: no data: addresses, no script in the page.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { output: { codeSplitting: { groups: RENDERER_GROUPS } } },
    },
  });
}

/**
 * Bundles what draws the popup's first picture in the main process: from the same sources and the same root, so that its
 * elements have the classes of the popup's style. It is read for each picture, so it is small.
 */
async function bundlePicture() {
  await build({
    ...SHARED,
    root: join(ROOT, 'renderer'),
    ssr: { noExternal: true },
    define: { 'process.env.NODE_ENV': JSON.stringify(SHARED.mode) },
    plugins: [ONE_PAGE, react(), notePackages('picture'), ONE_BYTE],
    resolve: { alias: { 'react-dom/server': RENDER_TO_STRING } },
    build: {
      ssr: 'picture.tsx',
      outDir: join(OUT, 'picture'),
      emptyOutDir: true,
      target: NODE,
      minify: true,
      rolldownOptions: {
        external: [/^node:/],
        output: { format: 'cjs', entryFileNames: 'picture.cjs', codeSplitting: false, comments: false },
      },
    },
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runScript(async () => {
    await bundle(['app', 'simulator', 'command-line']);
    return 0;
  });
}
