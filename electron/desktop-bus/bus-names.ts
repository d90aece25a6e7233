import { BROKER } from './bus-messages.ts';
import type { DesktopBus } from './session-bus.ts';

/** Whether somebody has this name now; undefined where the bus does not tell. */
export async function hasOwner(bus: DesktopBus, name: string): Promise<boolean | undefined> {
  const reply = await bus.call({ ...BROKER, member: 'NameHasOwner', signature: 's', body: [name] });
  return reply.ok ? reply.body[0] === true : undefined;
}

/** Whether the bus would start somebody for this name. */
export async function isActivatable(bus: DesktopBus, name: string): Promise<boolean> {
  const reply = await bus.call({ ...BROKER, member: 'ListActivatableNames' });
  const names = reply.ok ? reply.body[0] : [];
  return Array.isArray(names) && names.includes(name);
}

/** Tells when somebody takes this name. Ends with the returned stop. */
export function onOwnerCame(bus: DesktopBus, name: string, listener: () => void): () => void {
  const signal = { sender: BROKER.destination, path: BROKER.path, interface: BROKER.interface, arg0: name };
  return bus.onSignal({ ...signal, member: 'NameOwnerChanged' }, ([, , owner], sender) => {
    if (sender === BROKER.destination && owner !== '') listener();
  });
}

/** The process behind a name, as the bus sees it; undefined when it has gone. */
export async function processOf(bus: DesktopBus, name: string): Promise<number | undefined> {
  const reply = await bus.call({ ...BROKER, member: 'GetConnectionUnixProcessID', signature: 's', body: [name] });
  const pid = reply.ok ? reply.body[0] : undefined;
  return typeof pid === 'number' ? pid : undefined;
}
