import { screen } from 'electron';
import { POPUP_SIZE } from './popup-page.ts';
import { inSight, isKnown, popupBounds, type Rectangle } from './popup-position.ts';

/** Where the popup belongs at this moment, given where the tray icon is (all zeros where nobody knows). */
export function popupPlace(tray: Rectangle): Rectangle {
  const cursor = screen.getCursorScreenPoint();
  const display = isKnown(tray) ? screen.getDisplayMatching(tray) : screen.getDisplayNearestPoint(cursor);
  return popupBounds(POPUP_SIZE, display, { tray, cursor });
}

/** Where a window goes that is there already, so that all of it can be seen on the display that has most of it. */
export function windowPlace(bounds: Rectangle): Rectangle {
  return inSight(bounds, screen.getDisplayMatching(bounds));
}

const CHANGES = ['display-added', 'display-removed', 'display-metrics-changed'] as const;

/** Calls `onChange` whenever a display comes, goes or changes. Ends with the returned stop. */
export function followDisplays(onChange: () => void): () => void {
  const all: NodeJS.EventEmitter = screen;
  for (const change of CHANGES) all.on(change, onChange);
  return () => {
    for (const change of CHANGES) all.off(change, onChange);
  };
}
