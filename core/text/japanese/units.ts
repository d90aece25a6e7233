import type { Units } from '../duration.ts';

/** The units of Japanese. */
export const japaneseUnits: Units = { day: '日', hour: '時間', minute: '分', second: '秒' };

/** A number of things as Japanese writes it, after the word for them. */
export function counted(count: number, word: string): string {
  return `${word} ${count.toLocaleString('ja')} 件`;
}

/** A time that something took, in milliseconds. Nothing takes no time at all. */
export function japaneseMilliseconds(ms: number): string {
  return `${Math.max(1, Math.round(ms)).toLocaleString('ja')} ミリ秒`;
}
