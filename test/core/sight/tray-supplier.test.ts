import { expect, it } from 'vitest';
import { traySupplier } from '../../../core/sight/tray-supplier.ts';

it.each<readonly [desktop: string | undefined, supplier: string | undefined]>([
  ['GNOME', 'AppIndicator and KStatusNotifierItem Support'],
  ['ubuntu:GNOME', 'AppIndicator and KStatusNotifierItem Support'],
  ['KDE', 'System Tray'],
  ['XFCE', 'Status Tray Plugin'],
  ['X-Cinnamon', 'XApp Status Applet'],
  ['sway', 'waybar'],
  ['no:such:desktop', undefined],
  ['', undefined],
  [undefined, undefined],
])('on %s it is %s', (desktop, supplier) => {
  expect(traySupplier({ XDG_CURRENT_DESKTOP: desktop })).toBe(supplier);
  // What Electron makes of it is not believed.
  expect(traySupplier({ ORIGINAL_XDG_CURRENT_DESKTOP: desktop ?? '', XDG_CURRENT_DESKTOP: 'KDE' })).toBe(supplier);
});
