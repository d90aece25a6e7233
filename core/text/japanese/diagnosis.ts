import type { Progress } from '../../diagnosis/diagnosis.ts';
import type { DiagnosisWords } from '../catalogue.ts';
import { counted } from './units.ts';

const found = ({ problems, warnings }: Progress): string =>
  [
    ...(problems === 0 ? [] : [counted(problems, '問題')]),
    ...(warnings === 0 ? [] : [counted(warnings, 'ヒント')]),
  ].join('、') || '問題なし';

/** The words around the checks, in Japanese. */
export const japaneseDiagnosis: DiagnosisWords = {
  title: '診断',
  run: '診断を実行',
  runAgain: 'もう一度実行',
  stop: '中止',
  back: '戻る',
  close: '閉じる',
  progress: (progress) =>
    progress.done === progress.all
      ? `${counted(progress.all, 'チェック')} · ${found(progress)}`
      : `${progress.all} 件中 ${progress.done} 件完了 · 現時点で${found(progress)}`,
  started: '診断を開始しました',
  stoppedAfter: (progress) => `${progress.all} 件中 ${progress.done} 件で中止 · ${found(progress)}`,
  allWell: 'すべてのチェックに合格しました',
  noProblem: '問題は見つかりませんでした',
  noResult: '結果が出なかったチェックがあります',
  stopped: '途中で中止しました',
  counts: ({ passed, hints, skipped, unfinished }) =>
    [
      counted(passed, '合格'),
      ...(hints === 0 ? [] : [counted(hints, 'ヒント')]),
      ...(skipped === 0 ? [] : [counted(skipped, 'スキップ')]),
      ...(unfinished === 0 ? [] : [counted(unfinished, '結果なし')]),
    ].join(' · '),
  rootCause: '根本原因',
  worthKnowing: '参考情報',
  groups: { proxy: 'プロキシ', cli: 'Claude CLI', 'sign-in': 'サインイン', computer: 'このコンピューター' },
  states: {
    waiting: '待機中',
    running: '確認中…',
    pass: '合格',
    warn: 'ヒント',
    fail: '問題',
    skipped: 'スキップ',
    'timed-out': 'タイムアウト',
    crashed: '異常終了',
    cancelled: '中止',
  },
  skipped: {
    'no-answer': 'プロキシが応答しない',
    paused: 'プロキシの監視を一時停止中',
    'not-told': 'プロキシからの情報なし',
    'other-computer': 'プロキシは別のコンピューターで動作中',
    'nothing-listens': '待ち受けているプログラムなし',
    'no-cli': '対象の Claude CLI なし',
    'cli-does-not-run': 'Claude CLI が動作しない',
    'cli-too-old': 'この Claude CLI では確認不可',
    'no-login': '保存されたログイン情報なし',
    'not-on-this-system': 'このシステムでは対象外',
    'cannot-be-seen': 'このシステムでは確認不可',
    'earlier-check': '先のチェックが未完了',
  },
  timedOut: '時間内に結果なし',
  crashed: 'チェック自体が失敗',
  cancelled: '未確認',
  runOne: (check) => `もう一度実行：${check}`,
  otherChecks: '矢印キーでほかのチェックに移動できます',
  report: 'レポート',
  reportTitle: 'レポート',
  reportNote: '名前、アドレス、機密情報は含まれません。ここに表示された内容がそのままコピーまたは保存されます。',
  copyReport: 'レポートをコピー',
  saveReport: '保存…',
  saved: '保存しました',
  notSaved: '保存できませんでした',
  noReport: 'レポートを作成できませんでした。',
  format: '形式',
  formats: { markdown: 'テキスト', json: 'JSON' },
};
