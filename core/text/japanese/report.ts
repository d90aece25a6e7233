import type { ReportWords } from '../catalogue.ts';

/** The words of a report, in Japanese. Its fields go by their technical names. */
export const japaneseReport: ReportWords = {
  title: 'Pilot Light レポート',
  target: (number) => `プロキシ ${number}`,
  findings: '検出結果',
  answer: '応答',
  errors: 'Pilot Light の最近のエラー',
  targetsLeftOut: (count) => `ほか ${count} 件は省略しました。`,
  shortened: '短縮版：上限に収まるように、文章と一覧を切り詰めています。',
};
