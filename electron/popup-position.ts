/** A rectangle on the desktop, in device-independent pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A display: all of it, and the part that panels and docks leave free. */
export interface Display {
  readonly bounds: Rectangle;
  readonly workArea: Rectangle;
}

/** What is known of where the user clicked. */
export interface Anchor {
  /** The tray icon. All zeros on Linux, where it is not known. */
  readonly tray: Rectangle;
  readonly cursor: Point;
}

const MARGIN = 8;

/**
 * Where the popup goes: beside the tray icon; else beside the cursor while that is over a panel; else into the corner
 * where trays are. Always inside the work area, and smaller than asked where that does not suffice.
 */
export function popupBounds(size: Pick<Rectangle, 'width' | 'height'>, display: Display, anchor: Anchor): Rectangle {
  const { workArea } = display;
  const at = anchorPoint(display, anchor);
  const [x, width] = fit(at.x, size.width, workArea.x, workArea.width);
  const [y, height] = fit(at.y, size.height, workArea.y, workArea.height);
  return { x, y, width, height };
}

/** The same window where all of it can be seen: pushed inside the work area, and made smaller only if it must be. */
export function inSight({ x, y, width, height }: Rectangle, { workArea }: Pick<Display, 'workArea'>): Rectangle {
  const [left, fittingWidth] = push(x, width, workArea.x, workArea.width);
  const [top, fittingHeight] = push(y, height, workArea.y, workArea.height);
  return { x: left, y: top, width: fittingWidth, height: fittingHeight };
}

/** Whether the tray's place is known. */
export function isKnown(tray: Rectangle): boolean {
  return tray.width > 0 && tray.height > 0;
}

function anchorPoint(display: Display, { tray, cursor }: Anchor): Point {
  if (isKnown(tray)) return { x: tray.x + tray.width / 2, y: tray.y + tray.height / 2 };
  return contains(display.workArea, cursor) ? trayCorner(display) : cursor;
}

// The right end of the bottom panel if there is one at the bottom only, else of the top.
function trayCorner({ bounds, workArea }: Display): Point {
  const right = workArea.x + workArea.width;
  const bottom = workArea.y + workArea.height;
  const panelAtBottom = bottom < bounds.y + bounds.height && workArea.y === bounds.y;
  return { x: right, y: panelAtBottom ? bottom : workArea.y };
}

function contains({ x, y, width, height }: Rectangle, point: Point): boolean {
  return point.x >= x && point.x < x + width && point.y >= y && point.y < y + height;
}

function push(at: number, wanted: number, start: number, available: number): readonly [number, number] {
  const length = Math.min(wanted, available);
  return [Math.min(Math.max(at, start), start + available - length), length];
}

// Centred on `at`, then pushed inside; whole numbers, because windows take no others.
function fit(at: number, wanted: number, start: number, available: number): readonly [number, number] {
  const length = Math.max(1, Math.min(wanted, available - 2 * MARGIN));
  const first = start + MARGIN;
  const last = Math.max(first, start + available - MARGIN - length);
  return [Math.round(Math.min(Math.max(at - length / 2, first), last)), Math.round(length)];
}
