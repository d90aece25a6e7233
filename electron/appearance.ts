import { nativeTheme } from 'electron';
import type { Settings } from '../core/settings.ts';

/** Draws windows and dialogs light, dark, or like the desktop. */
export function setAppearance(appearance: Settings['appearance']): void {
  // Setting it to what it is would have the pages drawn anew for nothing.
  if (nativeTheme.themeSource !== appearance) nativeTheme.themeSource = appearance;
}
