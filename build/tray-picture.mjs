import { Resvg } from '@resvg/resvg-js';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LIGHTS } from './icons.mjs';

/** @typedef {{ readonly name: string, readonly matrix?: readonly number[] }} Sight how somebody sees colours */

const SOURCES = fileURLToPath(new URL('icons', import.meta.url));

const PANELS = ['#f3f3f3', '#23262d'];
const SIZES = [16, 22, 48];
const GAP = 14;
const ROW = 72;
const LABEL = 168;
const TABLE = LIGHTS.length * (SIZES.reduce((sum, size) => sum + size + GAP, 0) + GAP);

// Colour vision deficiencies at their full strength (Machado, Oliveira and Fernandes 2009, table of severity 1.0), and
// what a panel of one colour leaves.
/** @type {readonly Sight[]} */
const SIGHTS = [
  { name: 'All colours' },
  {
    name: 'Without red cones',
    matrix: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  },
  {
    name: 'Without green cones',
    matrix: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  },
  {
    name: 'Without blue cones',
    matrix: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
  },
  { name: 'Without colours', matrix: [0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722] },
];

/**
 * Draws every light at the sizes of trays, on a light and a dark panel, as people with and without colour vision see it.
 * @param {string} file
 */
export async function makeTrayPicture(file) {
  const shapes = await Promise.all(LIGHTS.map((light) => readFile(join(SOURCES, `${light}.svg`), 'utf8')));
  const width = LABEL + 2 * TABLE;
  const height = SIGHTS.length * ROW;
  const rows = SIGHTS.map((sight, row) => rowOf(sight, row * ROW, shapes)).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${rows}</svg>`;
  const options = { fitTo: { mode: /** @type {const} */ ('width'), value: 2 * width }, background: '#ffffff' };
  await writeFile(file, new Resvg(svg, { ...options, font: { loadSystemFonts: true } }).render().asPng());
}

/**
 * @param {Sight} sight
 * @param {number} top
 * @param {readonly string[]} shapes
 */
function rowOf({ name, matrix }, top, shapes) {
  const id = `sight-${top}`;
  const filter =
    matrix === undefined ? '' : `<filter id="${id}" color-interpolation-filters="linearRGB">${seen(matrix)}</filter>`;
  const label = `<text x="14" y="${top + ROW / 2 + 4}" font-family="Inter, DejaVu Sans, sans-serif" font-size="13">${name}</text>`;
  const panels = PANELS.map((ground, index) => {
    const left = LABEL + index * TABLE;
    const icons = shapes.map((shape, at) => iconsOf(shape, left + GAP + (at * TABLE) / shapes.length, top)).join('');
    return `<rect x="${left}" y="${top}" width="${TABLE}" height="${ROW}" fill="${ground}"/>${icons}`;
  }).join('');
  return `${filter}${label}<g${matrix === undefined ? '' : ` filter="url(#${id})"`}>${panels}</g>`;
}

/** @param {readonly number[]} matrix */
function seen(matrix) {
  const rows = [0, 3, 6].map((start) => [...matrix.slice(start, start + 3), 0, 0].join(' '));
  return `<feColorMatrix type="matrix" values="${rows.join(' ')} 0 0 0 1 0"/>`;
}

/**
 * @param {string} shape
 * @param {number} left
 * @param {number} top
 */
function iconsOf(shape, left, top) {
  let x = left;
  return SIZES.map((size) => {
    const at = `x="${x}" y="${top + (ROW - size) / 2}" width="${size}" height="${size}"`;
    x += size + GAP;
    return shape.replace('<svg ', `<svg ${at} `);
  }).join('');
}
