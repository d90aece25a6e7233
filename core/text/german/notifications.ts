import type { NotificationWords } from '../notification-words.ts';

/** The words of notifications in German. */
export const germanNotifications: NotificationWords = {
  severalFail: (count) => `${count.toLocaleString('de')} Proxys sind gestört`,
  severalRecovered: (count) => `${count.toLocaleString('de')} Proxys funktionieren wieder`,
  list: (names, others) =>
    [names.join(', '), ...(others === 0 ? [] : [`${others.toLocaleString('de')} weitere`])].join(' und '),
  stillFailing: (list) => `Weiterhin gestört: ${list}.`,
  still: (duration) => `Dauert seit ${duration} an.`,
  loginEndsToday: 'Die Anmeldung endet binnen 24 Stunden',
};
