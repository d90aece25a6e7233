import { processOf } from './bus-names.ts';
import type { BusSignal } from './bus-messages.ts';
import type { DesktopBus } from './session-bus.ts';

/** Who keeps the list of tray icons (freedesktop.org, "StatusNotifierItem"). */
export const TRAY_WATCHER = 'org.kde.StatusNotifierWatcher';
const PATH = '/StatusNotifierWatcher';

/** A tray that shows the icons of the list has come. */
export const HOST_CAME: BusSignal = {
  sender: TRAY_WATCHER,
  path: PATH,
  interface: TRAY_WATCHER,
  member: 'StatusNotifierHostRegistered',
};

const MAX_ITEMS = 200;

/** Whether a tray shows the icons of the list; undefined where nobody tells. To be asked only when somebody has the name. */
export async function isHostRegistered(bus: DesktopBus): Promise<boolean | undefined> {
  const value = await property(bus, 'IsStatusNotifierHostRegistered');
  return typeof value === 'boolean' ? value : undefined;
}

/** Whether an icon of this very process is on the list; undefined where nobody tells. */
export async function isOursRegistered(bus: DesktopBus): Promise<boolean | undefined> {
  const ownName = await bus.ownName();
  const [items, ownPid] = await Promise.all([
    property(bus, 'RegisteredStatusNotifierItems'),
    // By the same way as the others': inside a container our own number is another than outside.
    ownName === undefined ? undefined : processOf(bus, ownName),
  ]);
  if (!Array.isArray(items) || ownPid === undefined) return undefined;
  const owners = items.slice(0, MAX_ITEMS).map((item: unknown) => processOf(bus, ownerName(item)));
  return (await Promise.all(owners)).includes(ownPid);
}

// ":1.16/StatusNotifierItem", or the name alone.
function ownerName(item: unknown): string {
  return String(item).split('/', 1)[0] ?? '';
}

async function property(bus: DesktopBus, name: string): Promise<unknown> {
  const reply = await bus.call({
    destination: TRAY_WATCHER,
    path: PATH,
    interface: 'org.freedesktop.DBus.Properties',
    member: 'Get',
    signature: 'ss',
    body: [TRAY_WATCHER, name],
  });
  const variant = reply.ok ? reply.body[0] : undefined;
  return typeof variant === 'object' && variant !== null && 'value' in variant ? variant.value : undefined;
}
