import type { Units } from '../duration.ts';

/** The units of Chinese, written out as Chinese does. */
export const chineseUnits: Units = { day: '天', hour: '小时', minute: '分钟', second: '秒' };

/** A number as Chinese writes it, with the measure word and noun after it. Chinese has no plural. */
export function counted(count: number, what: string): string {
  return `${count.toLocaleString('zh-Hans')} ${what}`;
}

/** A time that something took, in milliseconds. Nothing takes no time at all. */
export function chineseMilliseconds(ms: number): string {
  return `${Math.max(1, Math.round(ms)).toLocaleString('zh-Hans')} 毫秒`;
}
