import type { ExportWords } from '../export-words.ts';

/** The words of dashboards, in Japanese. */
export const japaneseExport: ExportWords = {
  now: '現在の状態',
  overTime: '状態の推移',
  whatIsWrong: '現在の問題',
  availability: '稼働率',
  availabilityOf: (span) => `稼働率（${span}）`,
  answerTime: '応答時間',
  healthPage: 'ヘルスページ',
  port: 'ポート',
  requestTime: 'リクエスト時間',
  traffic: 'リクエスト',
  errors: 'エラー',
  incidents: '障害',
  proxy: 'プロキシ',
  dataSource: 'データソース',
  justOver: 'たった今解消しました',
  justOverWhy: 'このアラートは通知されません。障害の影響も収まるまで、その通知を抑えます。',
};
