import type { NotificationWords } from '../notification-words.ts';
import { counted } from './units.ts';

/** The words of notifications in Chinese. */
export const chineseNotifications: NotificationWords = {
  severalFail: (count) => counted(count, '个代理出现故障'),
  severalRecovered: (count) => counted(count, '个代理已恢复正常'),
  list: (names, others) => [names.join('、'), ...(others === 0 ? [] : [`另有 ${counted(others, '个')}`])].join('，'),
  stillFailing: (list) => `仍有故障：${list}。`,
  still: (duration) => `已持续 ${duration}。`,
  loginEndsToday: '登录将在 24 小时内到期',
};
