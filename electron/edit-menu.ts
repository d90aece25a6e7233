import { Menu } from 'electron';
import type { Platform } from '../core/platform.ts';

/**
 * On macOS, Cmd+C, Cmd+V and their kind work only where a menu has them, shown or not. It has nothing of the default one that
 * would reload a page or open DevTools. Not before `ready`.
 */
export function offerEditing(platform: Platform): void {
  if (platform === 'mac') Menu.setApplicationMenu(Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]));
}
