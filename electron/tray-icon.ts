import { nativeImage, Tray, type NativeImage } from 'electron';
import { join } from 'node:path';
import type { Light } from '../core/health/light.ts';
import type { Platform } from '../core/platform.ts';
import { built } from './built.ts';

/** Puts an icon into the tray, without words and as it is while nothing is known. */
export function putTrayIcon(platform: Platform): Tray {
  return new Tray(iconOf('unknown', platform));
}

/** The picture of a light. macOS recolours images that are named "Template" to suit its menu bar. */
export function iconOf(light: Light, platform: Platform): NativeImage {
  const name = platform === 'mac' ? `${light}Template.png` : `${light}.png`;
  return nativeImage.createFromPath(join(built('icons'), name));
}
