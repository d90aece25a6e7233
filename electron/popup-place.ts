import { screen } from 'electron';
import { POPUP_SIZE } from './popup-page.ts';
import { isKnown, popupBounds, type Rectangle } from './popup-position.ts';

/** Where the popup belongs at this moment, given where the tray icon is (all zeros where nobody knows). */
export function popupPlace(tray: Rectangle): Rectangle {
  const cursor = screen.getCursorScreenPoint();
  const display = isKnown(tray) ? screen.getDisplayMatching(tray) : screen.getDisplayNearestPoint(cursor);
  return popupBounds(POPUP_SIZE, display, { tray, cursor });
}
