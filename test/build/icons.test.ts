import { mkdtemp, readdir, readFile, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draw, makeIcons, pictures } from '../../build/icons.mjs';
import type { Light } from '../../core/health/light.ts';

// Written out as a record, so that a light without an icon does not compile.
const EVERY_LIGHT: Readonly<Record<Light, true>> = {
  healthy: true,
  degraded: true,
  down: true,
  unknown: true,
  paused: true,
};
const LIGHTS = Object.keys(EVERY_LIGHT);
const PAIRS = LIGHTS.flatMap((a, index) => LIGHTS.slice(index + 1).map((b) => [a, b] as const));
const PANELS = ['#f6f6f6', '#1e1e24'];

describe('a shape in the tray', () => {
  it.each(LIGHTS)('%s fills a fair part of 16 px, and leaves some free', async (light) => {
    const covered = mean(await alpha(light)) / 255;
    expect(covered).toBeGreaterThan(0.2);
    expect(covered).toBeLessThan(0.7);
  });

  it.each(PAIRS)('%s and %s differ in their outline at 16 px', async (a, b) => {
    expect(difference(await alpha(a), await alpha(b))).toBeGreaterThan(60);
  });

  describe.each(PANELS)('on a panel of %s', (panel) => {
    it.each(PAIRS)('%s and %s differ without their colour at 16 px', async (a, b) => {
      expect(difference(await greys(a, panel), await greys(b, panel))).toBeGreaterThan(25);
    });

    it.each(LIGHTS)('%s stands out by three to one (WCAG 2.2, 1.4.11)', async (light) => {
      expect(contrast(await colour(light), panel)).toBeGreaterThan(3);
    });
  });
});

describe('makeIcons', () => {
  let folder = '';
  let drawn: readonly string[] = [];

  beforeAll(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'icons-')), 'not', 'there', 'yet');
    drawn = await makeIcons(folder);
  });
  afterAll(() => rm(join(folder, '..', '..', '..'), { recursive: true }));

  it('draws every light for every desktop, and the application in every size', async () => {
    const ofLights = LIGHTS.flatMap((light) => ['', '@2x', 'Template', 'Template@2x'].map((kind) => light + kind));
    const ofApp = [16, 24, 32, 48, 64, 128, 256, 512, 1024].map((px) => `${px}x${px}`);
    expect([...drawn].toSorted()).toEqual([...ofLights, ...ofApp].map((name) => `${name}.png`).toSorted());
    expect((await readdir(folder)).toSorted()).toEqual([...drawn].toSorted());
  });

  it.each(pictures())('draws $file at $px px', async ({ file, px }) => {
    const png = await readFile(join(folder, file));
    expect(png.toString('latin1', 1, 4)).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([px, px]);
  });

  it.each(pictures().filter(({ template }) => template))('has only black in $file', async (picture) => {
    const { pixels } = await draw(picture);
    expect(pixels.filter((value, at) => at % 4 !== 3 && value !== 0)).toHaveLength(0);
  });

  it('draws again only what is older than its source', async () => {
    expect(await makeIcons(folder)).toEqual([]);
    await utimes(join(folder, 'down.png'), 0, 0);
    await rm(join(folder, '16x16.png'));
    expect(await makeIcons(folder)).toEqual(['down.png', '16x16.png']);
  });
});

async function alpha(light: string): Promise<readonly number[]> {
  const { pixels } = await draw({ source: `${light}.svg`, px: 16, template: false });
  return Array.from({ length: pixels.length / 4 }, (_none, at) => pixels[4 * at + 3] ?? Number.NaN);
}

/** What is seen on a panel by an eye without colour: the luma of each pixel (ITU-R BT.709). */
async function greys(light: string, panel: string): Promise<readonly number[]> {
  const { pixels } = await draw({ source: `${light}.svg`, px: 16, template: false }, panel);
  return Array.from({ length: pixels.length / 4 }, (_none, at) => weighted([...pixels.subarray(4 * at, 4 * at + 3)]));
}

/** The colour of the pixels that a shape covers fully; one colour a shape. */
async function colour(light: string): Promise<string> {
  const { pixels } = await draw({ source: `${light}.svg`, px: 64, template: false });
  const full = Array.from({ length: pixels.length / 4 }, (_none, at) => pixels.subarray(4 * at, 4 * at + 4));
  const [first = '', ...others] = new Set(full.filter((pixel) => pixel[3] === 255).map(hex));
  expect(others).toEqual([]);
  return first;
}

function hex(pixel: Uint8Array): string {
  return `#${Buffer.from(pixel.subarray(0, 3)).toString('hex')}`;
}

function difference(a: readonly number[], b: readonly number[]): number {
  return mean(a.map((value, at) => Math.abs(value - (b[at] ?? Number.NaN))));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function weighted([red = 0, green = 0, blue = 0]: readonly number[]): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast ratio of two colours by WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [dark = 0, bright = 0] = [luminance(a), luminance(b)].toSorted((one, other) => one - other);
  return (bright + 0.05) / (dark + 0.05);
}

function luminance(colourHex: string): number {
  const parts = [...Buffer.from(colourHex.slice(1), 'hex')].map((value) => value / 255);
  return weighted(parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)));
}
