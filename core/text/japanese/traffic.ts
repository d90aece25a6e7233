import type { FindingId } from '../../health/finding.ts';
import type { FindingWords } from '../catalogue.ts';
import type { TrafficWords } from '../traffic-words.ts';

export const japaneseTraffic: TrafficWords = {
  title: 'トラフィック',
  source: (minutes) => `/metrics より · 過去 ${minutes} 分`,
  counting: '/metrics より · 集計中…',
  requests: 'リクエスト / 分',
  latency: '所要時間 (p95)',
  errors: 'エラー',
  active: (count) => `処理中 ${count.toLocaleString('ja')} 件`,
  more: (figure) => `${figure} 超`,
  seconds: (seconds) => `${seconds} 秒`,
  countsProbes: 'このアプリ自身の確認を含む場合があります',
  course: (least, most, last) => `1 分あたりのリクエスト：最少 ${least}、最多 ${most}、最後は ${last}。`,
  nothingYet: '1 分あたりのリクエスト：まだ集計していません。',
};

/** The words of what traffic tells of a proxy, in Japanese. */
export const japaneseTrafficFindings = {
  'upstream-failing': {
    headline: () => 'プロキシは正常ですが、リクエストが失敗しています',
    title: 'リクエストが失敗する原因を調べてください',
    why: ({ name }) =>
      `プロキシは自らを正常と報告していますが、直近のリクエストの大半が失敗しました${name === undefined ? '' : `（最多：${name}）`}。Claude に接続できないか、ログインが拒否されている可能性があります。`,
  },
  'errors-unusual': {
    headline: ({ times }) =>
      times === undefined ? 'エラーが普段より多くなっています' : `エラーが普段の ${times.toLocaleString('ja')} 倍です`,
    title: '失敗するリクエストが普段より多くなっています',
    why: ({ name }) =>
      `過去 30 分間に失敗したリクエストの割合が、その前の 1 日より高くなっています${name === undefined ? '' : `（最多：${name}）`}。`,
  },
} satisfies Readonly<Partial<Record<FindingId, FindingWords>>>;
