import type { TargetWords } from '../target-words.ts';

/** The words for the list of targets in Chinese. */
export const chineseTargets: TargetWords = {
  colour: (where) => `${where} 的颜色`,
  colours: { none: '无颜色', blue: '蓝色', cyan: '青色', violet: '紫色', pink: '粉色', brown: '棕色' },
  up: (where) => `将 ${where} 上移`,
  down: (where) => `将 ${where} 下移`,
  sharing: {
    degraded: (count, all) => `${all} 个代理中有 ${count} 个部分异常`,
    down: (count, all) => `${all} 个代理中有 ${count} 个发生故障`,
  },
  more: (count) => `另有 ${count.toLocaleString('zh-Hans')} 个`,
  moved: (where, place, of) => `${where} 现在是第 ${place} 个，共 ${of} 个`,
};
