import { Menu, type MenuItemConstructorOptions, type Tray } from 'electron';
import type { Light } from '../core/health/light.ts';
import type { Platform } from '../core/platform.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { menuRows, type MenuAction, type MenuRow } from '../core/text/menu.ts';
import { trayTitle } from '../core/text/tray-title.ts';
import { tooltip } from '../core/text/tooltip.ts';
import type { Rectangle } from './popup-position.ts';
import type { TextsFor } from './texts-for.ts';
import { iconOf, putTrayIcon } from './tray-icon.ts';
import { whenChanged } from './when-changed.ts';

/** The icon in the tray, with its tooltip and its menu. */
export interface TrayFace {
  /** Draws the snapshot: only what differs from what is there, since each setter is a message to the desktop. */
  render(snapshot: Snapshot): void;
  /** Where the icon is; all zeros where the desktop does not tell, as on Linux. */
  bounds(): Rectangle;
  /** Makes the icon anew, as it looked, for a tray that came after it. */
  remake(): void;
  stop(): void;
}

export interface TrayOptions {
  /** The icon that is in the tray already. */
  readonly icon: Tray;
  readonly platform: Platform;
  readonly textsFor: TextsFor;
  readonly act: (action: MenuAction) => void;
  readonly toggle: () => void;
}

/** Gives the icon in the tray its words. */
export function createTray(options: TrayOptions): TrayFace {
  let icon = dressIcon(options.icon, options);
  // Kept with their menus: Electron 33 falls over as it quits once the menu of a destroyed tray was collected (measured).
  const former: ReturnType<typeof dressIcon>[] = [];
  let drawn: Snapshot | undefined;
  return {
    render: (snapshot) => {
      drawn = snapshot;
      icon.render(snapshot);
    },
    bounds: () => icon.bounds(),
    remake: () => {
      icon.stop();
      former.push(icon);
      icon = dressIcon(putTrayIcon(options.platform), options);
      if (drawn !== undefined) icon.render(drawn);
    },
    stop: () => icon.stop(),
  };
}

type Dress = Omit<TrayOptions, 'icon'>;

function dressIcon(tray: Tray, { platform, textsFor, act, toggle }: Dress): Omit<TrayFace, 'remake'> {
  tray.on('click', toggle);
  const setMenu = menuSetter(tray, platform);
  const showIcon = whenChanged((light: Light) => tray.setImage(iconOf(light, platform)));
  const showTooltip = whenChanged((text: string) => tray.setToolTip(text));
  const showTitle = whenChanged((text: string) => tray.setTitle(text));
  // Setting a menu renumbers its entries, so that a click into an open one would be lost.
  const showMenu = whenChanged((rows: readonly MenuRow[]) => setMenu(menuOf(rows, act)));
  let menuSoon: NodeJS.Immediate | undefined;
  return {
    render: (snapshot) => {
      const texts = textsFor(snapshot);
      showIcon(snapshot.light);
      showTooltip(tooltip(snapshot, texts));
      if (platform === 'mac') showTitle(trayTitle(snapshot, texts));
      // Nobody sees the menu before it is opened: the light, and whoever else is told of it, need not wait for it.
      clearImmediate(menuSoon);
      menuSoon = setImmediate(() => showMenu(menuRows(snapshot, texts)));
    },
    bounds: () => tray.getBounds(),
    stop: () => {
      clearImmediate(menuSoon);
      tray.destroy();
    },
  };
}

// On macOS a menu that is set opens on the left click too, which is the popup's; so there it is opened by hand.
function menuSetter(tray: Tray, platform: Platform): (menu: Menu) => void {
  let current: Menu | undefined;
  if (platform !== 'mac') {
    return (menu) => {
      tray.setContextMenu(menu);
      // Kept, see above.
      current = menu;
    };
  }
  tray.on('right-click', () => tray.popUpContextMenu(current));
  return (menu) => {
    current = menu;
  };
}

function menuOf(rows: readonly MenuRow[], act: (action: MenuAction) => void): Menu {
  return Menu.buildFromTemplate(rows.map((row) => entry(row, act)));
}

function entry(row: MenuRow, act: (action: MenuAction) => void): MenuItemConstructorOptions {
  switch (row.kind) {
    case 'separator':
      return { type: 'separator' };
    case 'text':
      return { label: literal(row.text), enabled: false };
    case 'action':
      return { label: literal(row.text), click: () => act(row.action) };
    case 'menu':
      return { label: literal(row.text), submenu: row.rows.map((each) => entry(each, act)) };
  }
}

// A single ampersand would mark the next letter as a keyboard mnemonic and vanish.
function literal(label: string): string {
  return label.replaceAll('&', '&&');
}
