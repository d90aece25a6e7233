import type { NotificationWords } from '../notification-words.ts';
import { counted } from './units.ts';

/** The words of notifications in German. */
export const germanNotifications: NotificationWords = {
  severalFail: (count) => `${count.toLocaleString('de')} Proxys sind gestört`,
  severalRecovered: (count) => `${count.toLocaleString('de')} Proxys funktionieren wieder`,
  list: (names, others) =>
    [names.join(', '), ...(others === 0 ? [] : [counted(others, 'weiterer', 'weitere')])].join(' und '),
  stillFailing: (list) => `Weiterhin gestört: ${list}.`,
  still: (duration) => `Dauert seit ${duration} an.`,
  loginEndsToday: 'Die Anmeldung endet binnen 24 Stunden',
};
