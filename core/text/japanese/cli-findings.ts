import type { FindingId } from '../../health/finding.ts';
import type { FindingWords } from '../catalogue.ts';

// What stands in the CLI's place, or why the system refused to start it.
const unusable: ReadonlyMap<string, string> = new Map([
  ['not-executable', '実行可能なプログラムではありません'],
  ['folder', 'フォルダーです'],
  ['dangling', 'リンク先が存在しません'],
  ['unreadable', 'アクセス権がないため確認できません'],
  ['EACCES', 'システムが起動を許可していません'],
  ['ENOENT', 'プログラム本体、または実行に必要なものがありません'],
]);

const refused = 'システムが起動を拒否しました';

// How the question for its version ended.
const broken: ReadonlyMap<string, string> = new Map([
  ['no-version', 'バージョンではない応答が返りました'],
  ['too-much-output', '出力が止まりませんでした'],
  ['SIGILL', 'このプロセッサーにない命令で停止しました。2.1.113 以降は AVX 対応のプロセッサーが必要です'],
]);

/** The words of the findings about the CLI as a program, in Japanese. */
export const japaneseCliFindings = {
  'cli-not-found': {
    headline: () => 'Claude CLI が見つかりません',
    title: 'Claude CLI をインストールしてください',
    why: ({ path, status, searchedPaths }) => {
      if (path !== undefined) return `設定または CLAUDE_CLI_PATH で指定された ${path} には何もありません。`;
      return status === undefined && searchedPaths !== undefined
        ? 'このコンピューターに Claude CLI が見つかりませんでした。'
        : 'プロキシは動作していますが、Claude CLI が見つからないため、すべてのリクエストが失敗します。';
    },
  },
  'cli-unusable': {
    headline: () => 'Claude CLI を起動できません',
    title: 'Claude CLI を再インストールしてください',
    why: ({ path, code }) =>
      `Claude CLI があるはずの場所${path === undefined ? '' : `（${path}）`}に問題があります。${code === undefined ? refused : (unusable.get(code) ?? `${refused}（${code}）`)}。`,
  },
  'cli-unsafe': {
    headline: () => 'Claude CLI は誰でも置き換えられる状態です',
    title: 'Claude CLI を保護してください',
    why: ({ path }) =>
      `このコンピューターのすべてのユーザーが ${path ?? 'CLI'} を別のプログラムに置き換えられるため、Pilot Light はこれを起動しません。`,
  },
  'cli-wrong-machine': {
    headline: () => 'Claude CLI は別の種類のコンピューター用です',
    title: 'このコンピューター用の Claude CLI をインストールしてください',
    why: ({ names }) =>
      names === undefined || names.length === 0
        ? 'インストールされているプログラムは、このプロセッサーでは実行できません。'
        : `インストールされているプログラムは ${names.join('、')} 用です。`,
  },
  'cli-incomplete': {
    headline: () => 'Claude CLI のインストールが不完全です',
    title: 'Claude CLI を再インストールしてください',
    why: () =>
      'npm がプログラムの代わりに仮のファイルを置いています。任意の構成要素かインストールスクリプトが省略されました。',
  },
  'cli-needs-node': {
    headline: () => 'Claude CLI から Node.js が見つかりません',
    title: 'Claude CLI を更新してください',
    why: () =>
      'この古いバージョンは Node.js 用のスクリプトですが、デスクトップのプログラムからは Node.js が見つかりません。新しいバージョンでは不要です。',
  },
  'cli-hangs': {
    headline: () => 'Claude CLI が反応しません',
    title: 'Claude CLI が応答しません',
    why: ({ ms }) =>
      ms === undefined
        ? '起動しましたが、終了しませんでした。'
        : `バージョンを問い合わせましたが、${Math.round(ms / 1_000)} 秒以内に応答がありませんでした。`,
  },
  'cli-broken': {
    headline: () => 'Claude CLI が正しく動作しません',
    title: 'Claude CLI を修復してください',
    why: ({ code }) =>
      code === undefined
        ? 'プロキシは動作していますが、使用している Claude CLI が失敗するため、リクエストも失敗します。'
        : `バージョンを問い合わせたところ、${broken.get(code) ?? `${/^\d/.test(code) ? '終了コード ' : ''}${code} で終了しました`}。`,
  },
  'cli-too-old': {
    headline: ({ version }) =>
      version === undefined ? 'Claude CLI が古くなっています' : `Claude CLI が古くなっています：${version}`,
    title: 'Claude CLI を更新してください',
    why: () =>
      '2.1.40 より前のバージョンはサインインしているかどうかを報告できず、サインインの方法も /login に限られます。',
  },
  'cli-settings-damaged': {
    headline: () => 'Claude CLI の設定が壊れています',
    title: 'Claude CLI の設定を復元してください',
    why: ({ code }) =>
      code === 'unreadable'
        ? '設定ファイル .claude.json を読み取れません。別のユーザーが所有しているか、通常のファイルではありません。'
        : '設定ファイル .claude.json を解釈できません。CLI は以前のコピーを backups フォルダーに保存しています。',
  },
  'cli-is-another': {
    headline: () => 'プロキシは別の Claude CLI を使っています',
    title: 'プロキシは別の Claude CLI を使っています',
    why: ({ path }) =>
      path === undefined
        ? 'プロキシが報告した CLI は、このコンピューターで見つかったものと異なります。'
        : `このコンピューターでは ${path} が最初に見つかります。ターミナルでの操作はプロキシに反映されない可能性があります。`,
  },
  'several-clis': {
    headline: ({ count }) =>
      count === undefined
        ? '複数の Claude CLI がインストールされています'
        : `${count} 個の Claude CLI がインストールされています`,
    title: '複数の Claude CLI がインストールされています',
    why: ({ names = [] }) =>
      `どれが実行されるかは、起動元によって変わります${names.length === 0 ? '' : `：${names.join('、')}`}。`,
  },
  'paths-differ': {
    headline: () => 'Claude CLI はシェルからしか見つかりません',
    title: 'プログラムに Claude CLI の場所を設定してください',
    why: () => 'シェルの PATH には含まれていますが、デスクトップから起動したプログラムの PATH には含まれていません。',
  },
} as const satisfies Readonly<Partial<Record<FindingId, FindingWords>>>;
