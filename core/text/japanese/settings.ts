import type { AboutWords, FirstRunWords, SettingsWords, SnoozeWords } from '../settings-words.ts';

const inLine = (line: number | undefined): string => (line === undefined ? '' : `（${line} 行目）`);

/** The words of the settings in Japanese. */
export const japaneseSettings: SettingsWords = {
  title: '設定',
  sections: {
    proxies: 'プロキシ',
    checking: 'チェック',
    notifications: '通知',
    appearance: '外観',
    computer: 'このコンピューター',
    file: 'すべての設定',
  },
  proxy: (number) => `プロキシ ${number}`,
  name: '名前',
  noName: '名前なし',
  address: 'アドレス',
  addProxy: 'プロキシを追加',
  add: '追加',
  remove: (where) => `${where} を削除`,
  urlProblems: {
    'too-long': 'アドレスが長すぎます。',
    'not-an-address': '次の形式で入力してください：http://localhost:8000',
    'not-http': 'http:// または https:// で始めてください',
    'has-credentials': 'ユーザー名とパスワードは含めないでください。',
    'bad-port': 'ポートには 1 から 65535 までの数値を指定してください。',
    twice: 'このアドレスはすでに監視しています。',
  },
  interval: {
    label: 'チェックの間隔',
    hint: '自動の場合は数秒ごとにチェックします。',
    choices: { without: '自動', with: '一定の間隔' },
    number: 'チェックの間隔（秒）',
    unit: '秒',
  },
  confirmAfter: {
    label: '警告のタイミング',
    hint: '通常は 2 回続けて（応答がない場合は 3 回続けて）障害を検出したときです。',
    choices: { without: '通常', with: '回数を指定' },
    number: '障害を続けて検出する回数',
    unit: '回',
  },
  slowAfter: {
    label: '遅い応答',
    hint: '上限を超えるとライトが黄色になります。',
    choices: { without: '対象外', with: '上限を指定' },
    number: '応答時間の上限（ミリ秒）',
    unit: 'ミリ秒',
  },
  notifications: { label: '通知', hint: 'プロキシの障害時と復旧時に知らせます。' },
  reminders: {
    label: '再通知',
    hint: '障害が続いている間、繰り返し知らせます。',
    choices: { without: 'しない', with: '定期的' },
    number: '再通知の間隔（分）',
    unit: '分',
  },
  quietHours: { label: '通知しない時間帯', hint: 'この時間帯は通知を表示しません。' },
  from: '開始',
  to: '終了',
  cliPath: { label: 'Claude CLI', hint: '自動で見つからない場合のパスです。' },
  appearance: { label: '配色' },
  appearances: { system: 'デスクトップに合わせる', light: 'ライト', dark: 'ダーク' },
  language: { label: '言語' },
  likeDesktop: 'デスクトップに合わせる',
  menuBarText: { label: 'メニューバーの文字', hint: '問題があるとき、アイコンの横に一語で表示します。' },
  startAtLogin: { label: 'ログイン時に起動', hint: 'コンピューターにログインすると Pilot Light も起動します。' },
  shortcut: { label: 'ショートカット', hint: 'どこからでもこのウィンドウを開きます（例：Ctrl+Alt+P）。' },
  byItself: '自動検出',
  noShortcut: 'なし',
  numberProblem: (least, most) =>
    `${least.toLocaleString('ja')} から ${most.toLocaleString('ja')} までの整数を入力してください。`,
  timeProblem: '開始と終了には異なる時刻を指定してください。',
  refused: '設定を保存できませんでした。',
  fileNote: '設定は 1 つのテキストファイルに保存されており、直接編集することもできます。',
  export: 'エクスポート…',
  exported: 'エクスポートしました',
  import: 'インポート…',
  imported: 'インポートしました',
  reset: 'リセット…',
  resetQuestion: 'すべての設定を初期状態に戻しますか？',
  resetNow: 'リセット',
  wasReset: 'すべての設定を初期状態に戻しました。',
  keep: 'リセットしない',
  failed: '実行できませんでした',
  troublesTitle: '設定ファイルに誤りがあります',
  trouble: (key, line) => `「${key}」${inLine(line)}は既定値を使用しています。`,
  fileTrouble: (line) => `ファイルを読み取れません${inLine(line)}。すべて既定値を使用しています。`,
};

/** The words about the program in Japanese. */
export const japaneseAbout: AboutWords = {
  title: 'Pilot Light について',
  what: 'Pilot Light は、お使いのコンピューターの Claude プロキシを監視します。動作しているかどうか、問題の原因、対処方法を示します。',
  version: 'バージョン',
  platform: 'システム',
  license: 'ライセンス',
  independent: '独立したプロジェクトであり、Anthropic が開発または推奨するものではありません。',
  inside: '使用しているソフトウェア',
};

/** The words of the first run in Japanese. */
export const japaneseFirstRun: FirstRunWords = {
  headline: '監視中のプロキシはまだありません',
  why: '監視するプロキシを指定してください。Pilot Light で探すことも、アドレスを入力することもできます。',
  look: 'このコンピューターのプロキシを探す',
  lookAgain: 'もう一度探す',
  looking: '探しています…',
  lookNote: 'このボタンを押したときだけ、プロキシが使うことで知られているポートに限って問い合わせます。',
  found: (count) => `プロキシが ${count.toLocaleString('ja')} 件見つかりました`,
  foundNone: 'このコンピューターの一般的なポートで応答するプロキシはありません。',
  watch: 'これを監視',
  watchThat: (where) => `これを監視：${where}`,
  watched: '監視中',
  orAddress: 'またはアドレスを入力',
  elsewhere: '別の場所にありますか？',
  elsewhereWhy: 'プロキシが別のポートで動作している可能性があります。',
};

/** The words of the rest in Japanese. */
export const japaneseSnooze: SnoozeWords = {
  button: '1 時間休止',
  more: '休止する長さを選択',
  choices: { '30 min': '30 分間', '1 h': '1 時間', '4 h': '4 時間', recovery: 'すべて正常に戻るまで' },
  restUntil: (time) => `${time} まで通知を休止中`,
  restUntilWell: 'すべて正常に戻るまで通知を休止中',
  end: '休止を終了',
};
