import type { DesktopFact, Service } from '../../core/diagnosis/facts.ts';
import { hasOwner, isActivatable } from './bus-names.ts';
import { NOTIFICATION_SERVICE, serverInformation } from './notification-service.ts';
import type { DesktopBus } from './session-bus.ts';
import { isHostRegistered, TRAY_WATCHER } from './tray-watcher.ts';

/**
 * Whether the desktop shows our icon and our notifications. Without a bus of the desktop, on macOS and Windows: unneeded.
 * `traySupplier`: what would show tray icons on this one.
 */
export async function desktopServices(bus: DesktopBus | undefined, traySupplier?: string): Promise<DesktopFact> {
  const known = traySupplier !== undefined && { traySupplier };
  if (bus === undefined) return { tray: 'unneeded', notifications: 'unneeded' };
  // Whoever finds no bus has nobody to ask for either.
  if ((await bus.ownName()) === undefined) return { tray: 'absent', notifications: 'absent', ...known };
  const [tray, notifications] = await Promise.all([trayService(bus), notificationService(bus)]);
  return { tray, notifications, ...known };
}

async function trayService(bus: DesktopBus): Promise<Service> {
  const isOwned = await hasOwner(bus, TRAY_WATCHER);
  // Not asked when nobody is there: somebody might be started for it.
  return service(isOwned === true ? await isHostRegistered(bus) : isOwned);
}

async function notificationService(bus: DesktopBus): Promise<Service> {
  const isOwned = await hasOwner(bus, NOTIFICATION_SERVICE);
  if (isOwned === undefined) return 'unknown';
  if (!isOwned && !(await isActivatable(bus, NOTIFICATION_SERVICE))) return 'absent';
  const reply = await serverInformation(bus);
  if (reply.ok) return 'present';
  // Who is started only now may be slow; who is there and does not answer shows nothing.
  return reply.problem === 'no-answer' && !isOwned ? 'unknown' : 'absent';
}

function service(isThere: boolean | undefined): Service {
  if (isThere === undefined) return 'unknown';
  return isThere ? 'present' : 'absent';
}
