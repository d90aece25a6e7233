import type { TargetWords } from '../target-words.ts';

/** The words for the list of targets in Japanese. */
export const japaneseTargets: TargetWords = {
  colour: (where) => `${where} の色`,
  colours: { none: '色なし', blue: '青', cyan: '水色', violet: '紫', pink: 'ピンク', brown: '茶色' },
  up: (where) => `${where} を上へ移動`,
  down: (where) => `${where} を下へ移動`,
  sharing: {
    degraded: (count, all) => `${all} 件中 ${count} 件のプロキシで一部に問題`,
    down: (count, all) => `${all} 件中 ${count} 件のプロキシで障害`,
  },
  more: (count) => `ほか ${count.toLocaleString('ja')} 件`,
  moved: (where, place, of) => `${where} は ${of} 件中 ${place} 番目です`,
};
