import type { BusMethod, BusReply, BusSignal, SignalListener } from '../../../electron/desktop-bus/bus-messages.ts';
import type { DesktopBus } from '../../../electron/desktop-bus/session-bus.ts';

const OURS = ':1.5';
const PIDS: Readonly<Record<string, number>> = { [OURS]: 42, ':1.6': 42, ':1.9': 43 };

/** A bus whose tray comes and goes as told. What the real bus does, the end-to-end tests show. */
export function trayBus() {
  const at = { isOwned: false, hasHost: true, items: [':1.9/StatusNotifierItem'] as readonly string[] };
  const listeners = new Map<string, SignalListener>();
  const answer = (method: BusMethod): unknown => {
    if (method.member === 'NameHasOwner') return at.isOwned;
    if (method.member === 'GetConnectionUnixProcessID') return PIDS[String(method.body?.[0])];
    return { value: method.body?.[1] === 'IsStatusNotifierHostRegistered' ? at.hasHost : at.items };
  };
  const bus: DesktopBus = {
    call: (method): Promise<BusReply> => Promise.resolve({ ok: true, body: [answer(method)], sender: ':1.1' }),
    onSignal: ({ member }: BusSignal, listener) => {
      listeners.set(member, listener);
      return () => void listeners.delete(member);
    },
    ownName: () => Promise.resolve(OURS),
    stop: () => {},
  };
  const ownerIs = (owner: string): void =>
    listeners.get('NameOwnerChanged')?.(['org.kde.StatusNotifierWatcher', '', owner], 'org.freedesktop.DBus');
  const hostCame = (): void => listeners.get('StatusNotifierHostRegistered')?.([], ':1.2');
  return { at, bus, listeners, ownerIs, hostCame };
}
