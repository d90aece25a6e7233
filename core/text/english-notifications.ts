import type { NotificationWords } from './notification-words.ts';

/** The words of notifications in English. */
export const englishNotifications: NotificationWords = {
  severalFail: (count) => `${count.toLocaleString('en')} proxies fail`,
  severalRecovered: (count) => `${count.toLocaleString('en')} proxies work again`,
  list: (names, others) =>
    [names.join(', '), ...(others === 0 ? [] : [`${others.toLocaleString('en')} more`])].join(' and '),
  stillFailing: (list) => `Still failing: ${list}.`,
  still: (duration) => `Still so after ${duration}.`,
  loginEndsToday: 'The login ends within a day',
};
