import * as v from 'valibot';
import type { BusRecord, SessionBus } from './bus.ts';

/** A desktop notification as it went over the bus. */
export interface SentNotification {
  readonly title: string;
  readonly body: string;
}

const variant = v.object({ data: v.unknown() });

// org.freedesktop.Notifications.Notify: application, replaced id, icon, title, body, actions, hints, time limit.
const notify = v.object({
  type: v.literal('method_call'),
  member: v.literal('Notify'),
  payload: v.object({
    data: v.looseTuple([
      v.string(),
      v.number(),
      v.string(),
      v.string(),
      v.string(),
      v.array(v.string()),
      v.record(v.string(), variant),
    ]),
  }),
});

/** Records what goes to the notification service. */
export function recordNotifications(bus: SessionBus): Promise<BusRecord> {
  return bus.record("interface='org.freedesktop.Notifications'");
}

/** The notifications in a record that one process sent. */
export function notificationsOf(record: BusRecord, senderPid: number): readonly SentNotification[] {
  return record.messages.flatMap((message) => {
    const read = v.safeParse(notify, message);
    if (!read.success) return [];
    const [, , , title, body, , hints] = read.output.payload.data;
    return hints['sender-pid']?.data === senderPid ? [{ title, body }] : [];
  });
}
