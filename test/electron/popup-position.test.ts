import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inSight, popupBounds, type Display, type Rectangle } from '../../electron/popup-position.ts';

const SIZE = { width: 380, height: 640 };
const NOWHERE: Rectangle = { x: 0, y: 0, width: 0, height: 0 };
const MIDDLE = { x: 900, y: 500 };

const bounds: Rectangle = { x: 0, y: 0, width: 1920, height: 1080 };
const topPanel: Display = { bounds, workArea: { x: 0, y: 32, width: 1920, height: 1048 } };
const bottomPanel: Display = { bounds, workArea: { x: 0, y: 0, width: 1920, height: 1040 } };
const leftPanel: Display = { bounds, workArea: { x: 64, y: 0, width: 1856, height: 1080 } };

describe('popupBounds', () => {
  it('hangs under a tray icon in the menu bar, centred', () => {
    const tray = { x: 1500, y: 0, width: 24, height: 24 };
    expect(popupBounds(SIZE, topPanel, { tray, cursor: MIDDLE })).toEqual({ ...SIZE, x: 1322, y: 40 });
  });

  it('stands on a taskbar, and stays on the display at its end', () => {
    const tray = { x: 1900, y: 1045, width: 20, height: 30 };
    expect(popupBounds(SIZE, bottomPanel, { tray, cursor: MIDDLE })).toEqual({ ...SIZE, x: 1532, y: 392 });
  });

  it('leans on a panel at the side', () => {
    const tray = { x: 10, y: 600, width: 40, height: 40 };
    expect(popupBounds(SIZE, leftPanel, { tray, cursor: MIDDLE })).toEqual({ ...SIZE, x: 72, y: 300 });
  });

  it('goes to the cursor while that is over a panel and the icon’s place is not known', () => {
    const at = popupBounds(SIZE, topPanel, { tray: NOWHERE, cursor: { x: 1000, y: 10 } });
    expect(at).toEqual({ ...SIZE, x: 810, y: 40 });
  });

  it.each([
    ['top', topPanel, 40],
    ['bottom', bottomPanel, 392],
    ['side', leftPanel, 8],
  ] as const)('goes to the right corner by the panel at the %s when nothing is known', (_where, display, y) => {
    expect(popupBounds(SIZE, display, { tray: NOWHERE, cursor: MIDDLE })).toEqual({ ...SIZE, x: 1532, y });
  });

  it('lies inside the work area wherever that is, and whatever was clicked', () => {
    const whole = (min: number, max: number) => fc.integer({ min, max });
    const displays = fc.record({
      x: whole(-4000, 4000),
      y: whole(-4000, 4000),
      width: whole(17, 4000),
      height: whole(17, 4000),
    });
    const points = fc.record({ x: whole(-9000, 9000), y: whole(-9000, 9000) });
    const trays = fc.record({
      x: whole(-9000, 9000),
      y: whole(-9000, 9000),
      width: whole(0, 64),
      height: whole(0, 64),
    });
    fc.assert(
      fc.property(displays, trays, points, (workArea, tray, cursor) => {
        const made = popupBounds(SIZE, { bounds: workArea, workArea }, { tray, cursor });
        expect(Object.values(made).every((value) => Number.isInteger(value))).toBe(true);
        expect(made.x).toBeGreaterThanOrEqual(workArea.x);
        expect(made.y).toBeGreaterThanOrEqual(workArea.y);
        expect(made.x + made.width).toBeLessThanOrEqual(workArea.x + workArea.width);
        expect(made.y + made.height).toBeLessThanOrEqual(workArea.y + workArea.height);
      }),
    );
  });
});

describe('inSight', () => {
  const display = { workArea: { x: 0, y: 32, width: 800, height: 568 } };

  it('leaves a window alone that can be seen', () => {
    const seen = { x: 10, y: 40, width: 380, height: 500 };
    expect(inSight(seen, display)).toEqual(seen);
  });

  it('R43: pushes one inside whose display has gone, and makes it fit', () => {
    expect(inSight({ x: 1500, y: 700, ...SIZE }, display)).toEqual({ x: 420, y: 32, width: 380, height: 568 });
    expect(inSight({ x: -900, y: -50, width: 300, height: 200 }, display)).toEqual({
      x: 0,
      y: 32,
      width: 300,
      height: 200,
    });
  });
});
