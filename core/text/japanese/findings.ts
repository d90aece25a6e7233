import type { FindingId } from '../../health/finding.ts';
import type { FindingWords } from '../catalogue.ts';
import { contradicted, type Contradicted } from '../contradicted.ts';
import { japaneseCliFindings } from './cli-findings.ts';
import { japaneseTrafficFindings } from './traffic.ts';
import { japaneseContradictions } from './contradictions.ts';
import { japaneseMilliseconds } from './units.ts';

const contradictions: Readonly<Record<Contradicted, string>> = {
  itself: 'プロキシの報告が矛盾しています',
  computer: 'プロキシの報告とこのコンピューターの状態が一致しません',
  before: 'プロキシが前回から変わりました',
};

// By what it was seen on this computer.
const signedOut: ReadonlyMap<string, string> = new Map([
  ['not-stored', 'このコンピューターにはログイン情報が保存されておらず、認証用の変数も設定されていません。'],
  ['cli-says', 'Claude CLI 自体が、誰もサインインしていないと報告しています。'],
  ['login-ended', '保存されているログインは期限が切れており、今後は更新されません。'],
]);

const TENTHS = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

const took = (ms: number): string =>
  ms < 1_000 ? japaneseMilliseconds(ms) : `${(ms / 1_000).toLocaleString('ja', TENTHS)} 秒`;

/** The words of every finding, in Japanese. */
export const japaneseFindings: Readonly<Record<FindingId, FindingWords>> = {
  ...japaneseCliFindings,
  ...japaneseTrafficFindings,
  'bad-address': {
    headline: () => 'アドレスが存在しません',
    title: 'アドレスを確認してください',
    why: () => 'プロキシのアドレスにある名前から、コンピューターを特定できません。',
  },
  'proxy-not-running': {
    headline: () => 'プロキシが動作していません',
    title: 'プロキシを起動してください',
    why: () => 'このアドレスで待ち受けているプログラムがなく、接続が拒否されました。',
  },
  'port-taken': {
    headline: ({ port }) =>
      port === undefined ? 'プロキシのポートはすでに使用中です' : `ポート ${port} はすでに使用中です`,
    title: 'ポートを解放するか、別のポートを使ってください',
    why: ({ name, pid }) =>
      pid === undefined
        ? '別のプログラムがポートを使用しているため、プロキシを起動できません。'
        : `${name ?? '別のプログラム'}（プロセス ${pid}）がポートを使用しているため、プロキシを起動できません。`,
  },
  'stranger-answers': {
    headline: ({ name }) =>
      name === undefined ? '別のプログラムが応答しています' : `別のプログラムが応答しています：${name}`,
    title: 'このポートは別のプログラムが使用しています',
    why: ({ name, pid }) =>
      pid === undefined
        ? 'プロキシのアドレスで応答がありますが、Claude プロキシの応答ではありません。'
        : `プロキシのアドレスで${name === undefined ? '別のプログラム' : ` ${name}`}（プロセス ${pid}）が応答していますが、Claude プロキシの応答ではありません。`,
  },
  'starting-up': {
    headline: () => 'プロキシを起動しています',
    title: 'まだ操作は必要ありません',
    why: () => 'ポートは開きましたが、まだ応答がありません。起動に 2 分ほどかかるプロキシもあります。',
  },
  restarting: {
    headline: () => 'プロキシが再起動を繰り返しています',
    title: 'プロキシが停止する原因を調べてください',
    why: ({ count }) =>
      count === undefined
        ? '起動と停止を繰り返しています。異常終了のたびに再起動されるプログラムに見られる動作です。'
        : `Pilot Light の起動後に ${count} 回停止し、そのたびに再起動されました。`,
  },
  'not-responding': {
    headline: () => 'プロキシが応答しません',
    title: 'プロキシを再起動してください',
    why: () => '接続は受け付けますが、応答がありません。プログラムが固まっている可能性があります。',
  },
  'health-stuck': {
    headline: () => 'プロキシのヘルスチェックが終わりません',
    title: 'Claude CLI が固まっていないか確認してください',
    why: () => 'プロキシ自体は応答しますが、ヘルスチェックが終わりません。多くの場合、Claude CLI が固まっています。',
  },
  'connection-lost': {
    headline: () => 'プロキシが接続を切断します',
    title: 'プロキシを再起動してください',
    why: () => '接続を受け付けましたが、応答を最後まで返さずに切断しました。',
  },
  'no-health-page': {
    headline: () => 'このアドレスにヘルスページがありません',
    title: 'プロキシのアドレスが正しいか確認してください',
    why: () => 'サーバーは応答していますが、既知のヘルスページが見つかりません。',
  },
  locked: {
    headline: () => 'ヘルスページでキーを求められています',
    title: 'ヘルスページへのアクセスが制限されています',
    why: ({ status }) => `サーバーが ${status ?? 401} を返すため、ここからは状態を確認できません。`,
  },
  'rate-limited': {
    headline: () => 'プロキシが問い合わせを制限しています',
    title: '故障ではありません',
    why: () => '動作していますが、問い合わせが多すぎると応答しています。しばらくの間、問い合わせの頻度を下げます。',
  },
  'server-error': {
    headline: ({ status }) => `プロキシがエラー ${status ?? 500} を返しています`,
    title: 'プロキシで内部エラーが発生しています',
    why: () => '動作していますが、応答の処理中にプロキシ自体のコードが失敗しています。',
  },
  'credentials-unreadable': {
    headline: () => '保存されたログイン情報を読み取れません',
    title: 'ログイン情報へのアクセス権を設定してください',
    why: () =>
      'ログイン情報のファイルは別のユーザーが所有しているか、通常のファイルではありません。CLI はこれを未サインインとして扱います。',
  },
  'signed-out': {
    headline: () => 'Claude にサインインしていません',
    title: 'Claude にもう一度サインインしてください',
    why: ({ code = '' }) =>
      signedOut.get(code) ??
      'プロキシは動作していますが、Claude CLI に有効なログイン情報がないため、すべてのリクエストが失敗します。',
  },
  'sign-in-expired': {
    headline: () => 'ログインの期限が切れました',
    title: 'ログインの更新が必要です',
    why: () => 'CLI は次回の使用時にログインを自動で更新します。更新できない場合は、もう一度サインインしてください。',
  },
  'signed-out-here': {
    headline: () => 'このコンピューターにログイン情報がありません',
    title: 'Claude にサインインしてください',
    why: () =>
      'プロキシはサインイン済みと報告していますが、使用している Claude CLI のログイン情報がこのコンピューターにありません。次のリクエストから失敗する可能性があります。',
  },
  'sign-in-failing': {
    headline: () => 'サインインの状態を確認できません',
    title: 'Claude にもう一度サインインしてください',
    why: () => 'プロキシは動作していますが、Claude のログインの確認に失敗しています。',
  },
  'sign-in-overridden': {
    headline: ({ names }) =>
      `${names?.[0] === undefined ? '環境変数' : `${names[0]} `}がログイン情報より優先されています`,
    title: '変数がログイン情報より優先されています',
    why: ({ names = [] }) =>
      `${names.length === 0 ? 'このような変数' : `${names.join('、')} `}が設定されている間、` +
      'CLI は保存されたログイン情報を使いません。サインインし直しても変わりません。',
  },
  'sign-in-expires-soon': {
    headline: () => 'ログインの期限がまもなく切れます',
    title: '期限が切れる前にもう一度サインインしてください',
    why: () => 'ログイン自体の期限が近づいており、今後は更新されません。今サインインすれば、中断を避けられます。',
  },
  'component-failing': {
    headline: ({ name }) =>
      name === undefined ? 'プロキシの一部に障害があります' : `プロキシの一部に障害があります：${name}`,
    title: '障害の原因を調べてください',
    why: () => 'プロキシは動作していますが、構成要素の一つが動作していないと報告しています。',
  },
  'reported-unhealthy': {
    headline: () => 'プロキシが異常を報告しています',
    title: 'プロキシに異常があります',
    why: () => '応答していますが、正常に動作していないと自ら報告しています。',
  },
  'reported-degraded': {
    headline: () => 'プロキシは一部しか動作していません',
    title: 'プロキシの一部に問題があります',
    why: () => '応答していますが、一部が本来の状態ではないと自ら報告しています。',
  },
  'not-understood': {
    headline: () => '応答を解釈できません',
    title: '正常であることを確認できません',
    why: () => '応答はありますが、正常であることを示す内容ではないため、ランプは灰色のままです。',
  },
  contradiction: {
    headline: ({ contradiction }) => contradictions[contradicted(contradiction)],
    title: 'プロキシの報告が矛盾しています',
    why: ({ contradiction }) =>
      contradiction === undefined ? '報告の内容に食い違いがあります。' : japaneseContradictions[contradiction],
  },
  'exposed-to-network': {
    headline: () => 'ネットワーク上のほかの機器から接続できます',
    title: 'プロキシへの接続をこのコンピューターに限定してください',
    why: ({ host }) =>
      `${host === undefined ? 'すべてのインターフェイス' : `${host} `}で待ち受けており、あらゆる Web ページからのリクエストを受け付けます。`,
  },
  'credentials-open': {
    headline: () => 'ほかのユーザーがログイン情報を読み取れます',
    title: 'ログイン情報を自分だけが読めるようにしてください',
    why: () => 'ログイン情報のファイルを、このコンピューターのほかのユーザーが読み取れます。',
  },
  'loopback-proxied': {
    headline: ({ names }) => `${names?.[0] ?? 'HTTP_PROXY'} がこのコンピューターにも適用されています`,
    title: 'このコンピューターを Web プロキシの対象外にしてください',
    why: ({ names = [] }) =>
      `${names.join('、') || 'HTTP_PROXY'} に従うプログラムは、localhost へのリクエストを Web プロキシに送ります。` +
      'Pilot Light 自体は送りません。',
  },
  'slow-answer': {
    headline: ({ ms }) =>
      ms === undefined ? 'プロキシの応答が遅くなっています' : `プロキシの応答に ${took(ms)}かかりました`,
    title: 'プロキシの応答が遅くなっています',
    why: () => 'ヘルスページの応答に時間がかかっています。問い合わせのたびに Claude CLI を起動するプロキシもあります。',
  },
  'one-family-only': {
    headline: ({ host }) =>
      `localhost のうち${host === undefined ? '一方のアドレス' : ` ${host} `}だけが応答しています`,
    title: 'アドレスを正確に指定してください',
    why: ({ host }) =>
      `localhost には 2 つのアドレスがあり、プロキシは${host === undefined ? '一方' : ` ${host} `}でのみ応答します。もう一方に接続するプログラムもあります。`,
  },
  'clock-wrong': {
    headline: () => 'このコンピューターの時計がずれています',
    title: '時計を合わせてください',
    why: () => '明らかに過去の時刻を示しています。このままでは、安全な接続やログインに失敗します。',
  },
  'disk-full': {
    headline: () => 'ディスクの空き容量がほとんどありません',
    title: '空き容量を増やしてください',
    why: () => '空き容量がなくなると、Claude CLI はログイン情報の保存もファイルの書き込みもできません。',
  },
  'settings-damaged': {
    headline: () => '一部の設定を読み取れませんでした',
    title: 'Pilot Light の設定を修正してください',
    why: ({ names = [] }) =>
      names.length === 0
        ? '設定ファイルを読み取れないため、既定値を使用しています。'
        : `次の項目は既定値を使用しています：${names.join('、')}。`,
  },
  'no-tray-host': {
    headline: () => 'このデスクトップはトレイアイコンを表示しません',
    title: 'デスクトップにトレイを追加してください',
    why: ({ names: [supplier] = [] }) =>
      supplier === undefined
        ? 'トレイアイコンを表示するプログラムがありません。GNOME では拡張機能「AppIndicator and KStatusNotifierItem Support」で表示できます。'
        : `トレイアイコンを表示するプログラムがありません。このデスクトップでは「${supplier}」を追加すると表示できます。`,
  },
  'no-notifications': {
    headline: () => 'このデスクトップは通知を表示しません',
    title: '通知サービスを追加してください',
    why: () => '通知を表示するプログラムがないため、障害はトレイにのみ表示されます。',
  },
  'app-troubled': {
    headline: ({ count }) =>
      count === undefined ? 'Pilot Light でエラーが発生しました' : `Pilot Light でエラーが ${count} 件発生しました`,
    title: 'Pilot Light でエラーが発生しました',
    why: () => 'エラーはレポートで確認できます。個人情報は含まれません。監視は継続しています。',
  },
};
