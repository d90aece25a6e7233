type Environment = Readonly<Record<string, string | undefined>>;

// The words of XDG_CURRENT_DESKTOP in lower case, and what shows tray icons there: the extension, the panel's item or the
// program, by the name under which users find it.
const OF_DESKTOP: ReadonlyMap<string, string> = new Map([
  ['gnome', 'AppIndicator and KStatusNotifierItem Support'],
  ['kde', 'System Tray'],
  ['xfce', 'Status Tray Plugin'],
  ['mate', 'Notification Area'],
  ['x-cinnamon', 'XApp Status Applet'],
  ['lxqt', 'Status Notifier Plugin'],
  ['budgie', 'System Tray'],
  ['cosmic', 'Notification Tray'],
  ['sway', 'waybar'],
  ['hyprland', 'waybar'],
  ['river', 'waybar'],
  ['niri', 'waybar'],
  ['i3', 'snixembed'],
  ['lxde', 'snixembed'],
]);

/** What the user of this Linux desktop adds so that it shows tray icons; undefined for one that we do not know. */
export function traySupplier(env: Environment): string | undefined {
  // Electron calls every desktop "Unity" for its tray icon's sake, and keeps the true name here.
  const desktops = env['ORIGINAL_XDG_CURRENT_DESKTOP'] ?? env['XDG_CURRENT_DESKTOP'] ?? '';
  for (const desktop of desktops.toLowerCase().split(':')) {
    const supplier = OF_DESKTOP.get(desktop);
    if (supplier !== undefined) return supplier;
  }
  return undefined;
}
