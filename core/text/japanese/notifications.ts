import type { NotificationWords } from '../notification-words.ts';

/** The words of notifications in Japanese. */
export const japaneseNotifications: NotificationWords = {
  severalFail: (count) => `${count.toLocaleString('ja')} 件のプロキシで障害が発生しています`,
  severalRecovered: (count) => `${count.toLocaleString('ja')} 件のプロキシが復旧しました`,
  list: (names, others) => [...names, ...(others === 0 ? [] : [`ほか ${others.toLocaleString('ja')} 件`])].join('、'),
  stillFailing: (list) => `引き続き障害が発生しています：${list}。`,
  still: (duration) => `${duration}経過しても続いています。`,
  loginEndsToday: 'ログインの期限が 24 時間以内に切れます',
};
