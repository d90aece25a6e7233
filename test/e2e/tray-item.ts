import * as v from 'valibot';
import { expect } from 'vitest';
import type { BusObject, SessionBus } from './bus.ts';

const BROKER: BusObject = { name: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' };
const WATCHER: BusObject = { name: 'org.kde.StatusNotifierWatcher', path: '/StatusNotifierWatcher' };
const ITEM = 'org.kde.StatusNotifierItem';
const MENU = 'com.canonical.dbusmenu';

/** An icon as the desktop gets it: ARGB, four bytes a pixel. */
export interface Pixmap {
  readonly width: number;
  readonly height: number;
  readonly bytes: readonly number[];
}

interface MenuEntry {
  readonly id: number;
  /** Empty for a separator. */
  readonly label: string;
  readonly enabled: boolean;
}

/** The app's tray icon as the desktop sees it. */
export interface TrayItem {
  tooltip(): Promise<string>;
  icon(): Promise<Pixmap>;
  menu(): Promise<readonly MenuEntry[]>;
  /** What a left click does. */
  activate(): Promise<void>;
  /** Chooses a menu entry by its label. */
  choose(label: string): Promise<void>;
}

/** Waits until the tray host knows an icon of this process. */
export async function findTrayItem(bus: SessionBus, pid: number): Promise<TrayItem> {
  let found: BusObject | undefined;
  await expect.poll(async () => (found = await itemOf(bus, pid)), { timeout: 10_000 }).toBeDefined();
  if (found === undefined) throw new Error(`No tray item of process ${pid}`);
  const item = found;
  const menu: BusObject = { name: item.name, path: v.parse(v.string(), await bus.property(item, ITEM, 'Menu')) };
  return {
    tooltip: async () => v.parse(tooltip, await bus.property(item, ITEM, 'ToolTip'))[2],
    icon: async () => v.parse(pixmaps, await bus.property(item, ITEM, 'IconPixmap')),
    menu: () => menuOf(bus, menu),
    activate: async () => void (await bus.call(item, [ITEM, 'Activate'], 'ii', '0', '0')),
    choose: async (label) => {
      const entry = await entryOf(bus, menu, label);
      // Who chooses "Quit" gets no answer any more.
      await bus.tell(menu, [MENU, 'Event'], 'isvu', String(entry.id), 'clicked', 's', '', '0');
    },
  };
}

/** A menu that changes renumbers its entries, as it does while the app starts: nobody is as fast as that. */
async function entryOf(bus: SessionBus, menu: BusObject, label: string): Promise<MenuEntry> {
  let [before, now]: (MenuEntry | undefined)[] = [];
  const look = async (): Promise<boolean> => {
    [before, now] = [now, (await menuOf(bus, menu)).find((entry) => entry.label === label)];
    return now !== undefined && now.id === before?.id;
  };
  await expect.poll(look, { timeout: 10_000, interval: 250, message: `a menu entry "${label}"` }).toBe(true);
  if (now === undefined) throw new Error(`There is no menu entry "${label}"`);
  return now;
}

async function itemOf(bus: SessionBus, pid: number): Promise<BusObject | undefined> {
  const registered = v.parse(
    v.array(v.string()),
    await bus.property(WATCHER, WATCHER.name, 'RegisteredStatusNotifierItems'),
  );
  for (const entry of registered) {
    const slash = entry.indexOf('/');
    const item = { name: entry.slice(0, slash), path: entry.slice(slash) };
    // One after the other: there are hardly ever two.
    // oxlint-disable-next-line no-await-in-loop
    if ((await pidOf(bus, item.name)) === pid) return item;
  }
  return undefined;
}

async function pidOf(bus: SessionBus, name: string): Promise<number | undefined> {
  try {
    return v.parse(
      v.tuple([v.number()]),
      await bus.call(BROKER, [BROKER.name, 'GetConnectionUnixProcessID'], 's', name),
    )[0];
  } catch {
    // It left the bus meanwhile.
    return undefined;
  }
}

const tooltip = v.looseTuple([v.string(), v.unknown(), v.string()]);

const pixmaps = v.pipe(
  v.array(v.tuple([v.number(), v.number(), v.array(v.number())])),
  v.minLength(1),
  v.transform((all): Pixmap => {
    const [width = 0, height = 0, bytes = []] = all.toSorted((a, b) => a[0] - b[0])[0] ?? [];
    return { width, height, bytes };
  }),
);

const variant = v.object({ data: v.unknown() });
const entries = v.tuple([v.number(), v.record(v.string(), variant), v.array(v.unknown())]);
const layout = v.tuple([v.number(), entries]);

async function menuOf(bus: SessionBus, menu: BusObject): Promise<readonly MenuEntry[]> {
  const [, [, , children]] = v.parse(layout, await bus.call(menu, [MENU, 'GetLayout'], 'iias', '0', '-1', '0'));
  return children.map((child) => {
    const [id, properties] = v.parse(v.object({ data: entries }), child).data;
    return {
      id,
      label: v.parse(v.optional(v.string(), ''), properties['label']?.data),
      enabled: properties['enabled']?.data !== false,
    };
  });
}
