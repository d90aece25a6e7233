import { Resvg } from '@resvg/resvg-js';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @import { RenderedImage } from '@resvg/resvg-js' */
/** @import { Light } from '../core/health/light.ts' */

/**
 * One picture to make of a source.
 * @typedef {{ readonly source: string, readonly file: string, readonly px: number, readonly template: boolean }} Picture
 */

const SOURCES = fileURLToPath(new URL('icons', import.meta.url));

/** @type {readonly Light[]} */
export const LIGHTS = ['healthy', 'degraded', 'down', 'unknown', 'paused'];

// Windows and Linux draw from the 1x picture alone; at twice their 16 px grid it is only ever made smaller, thus sharp.
const TRAY_PX = 32;
// macOS takes the picture that fits the screen, and shows it at this size in a menu bar 22 points high.
const TEMPLATE_PX = 16;

const APP_PX = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

/**
 * Draws the tray's and the application's icons from `build/icons/*.svg` into a folder; what is newer than its source
 * stays as it is.
 * @param {string} outFolder is made where it is missing
 * @returns {Promise<readonly string[]>} the names of the files drawn
 */
export async function makeIcons(outFolder) {
  await mkdir(outFolder, { recursive: true });
  const drawn = [];
  for (const picture of pictures()) {
    const file = join(outFolder, picture.file);
    if (await isFresh(file, [join(SOURCES, picture.source), fileURLToPath(import.meta.url)])) continue;
    await writeFile(file, (await draw(picture)).asPng());
    drawn.push(picture.file);
  }
  return drawn;
}

/**
 * Every picture of every icon.
 * @returns {readonly Picture[]}
 */
export function pictures() {
  const app = APP_PX.map((px) => ({ source: 'app.svg', file: `${px}x${px}.png`, px, template: false }));
  return [...LIGHTS.flatMap(picturesOf), ...app];
}

/**
 * @param {Light} light
 * @returns {readonly Picture[]}
 */
function picturesOf(light) {
  const source = `${light}.svg`;
  return [
    { source, file: `${light}.png`, px: TRAY_PX, template: false },
    { source, file: `${light}@2x.png`, px: 2 * TRAY_PX, template: false },
    { source, file: `${light}Template.png`, px: TEMPLATE_PX, template: true },
    { source, file: `${light}Template@2x.png`, px: 2 * TEMPLATE_PX, template: true },
  ];
}

/**
 * Draws one picture, square.
 * @param {Pick<Picture, 'source' | 'px' | 'template'>} picture
 * @param {string} [panel] the colour behind it; transparent without
 * @returns {Promise<RenderedImage>}
 */
export async function draw({ source, px, template }, panel) {
  const svg = await readFile(join(SOURCES, source), 'utf8');
  const options = { fitTo: { mode: /** @type {const} */ ('width'), value: px }, font: { loadSystemFonts: false } };
  const background = panel === undefined ? {} : { background: panel };
  return new Resvg(template ? inBlack(svg) : svg, { ...options, ...background }).render();
}

// A light's source names its one colour once, at its root; everything in it is drawn in `currentColor`.
function inBlack(/** @type {string} */ svg) {
  return svg.replace(/ color="#\w+"/, ' color="#000000"');
}

/**
 * @param {string} file
 * @param {readonly string[]} sources
 */
async function isFresh(file, sources) {
  const made = await changedAt(file);
  const changed = await Promise.all(sources.map(changedAt));
  return made !== undefined && changed.every((at) => at !== undefined && at < made);
}

/**
 * When a file was last written, in milliseconds since 1970; nothing if there is none.
 * @param {string} file
 */
async function changedAt(file) {
  try {
    return (await stat(file)).mtimeMs;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
