import type { CheckId } from '../../diagnosis/check.ts';
import type { Evidence } from '../../health/finding.ts';
import { plain } from '../../plain.ts';
import type { CheckWords } from '../catalogue.ts';
import { duration } from '../duration.ts';
import { exactTime } from '../exact-time.ts';
import { known, MAX_PASSED, shortPath } from '../passed.ts';
import { size } from '../size.ts';
import { japaneseMilliseconds, japaneseUnits } from './units.ts';

const words = (name: string, passed: (evidence: Evidence) => string): CheckWords => ({
  name,
  passed: (evidence) => plain(passed(evidence), MAX_PASSED) || 'はい',
});

// Japanese has a comma of its own, which is followed by no space.
const listOf = (parts: readonly (string | false | undefined)[], otherwise: string): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join('、') || otherwise;

const lasting = (ms: number): string => duration(ms / 1_000, japaneseUnits);

const running = (ms: number): string => `${lasting(ms)}稼働中`;

const after = (ms: number): string => `${japaneseMilliseconds(ms)}で応答`;

const service = ({ code }: Evidence): string => (code === 'unneeded' ? 'このシステムに内蔵' : '利用可能');

const places: ReadonlyMap<string, string> = new Map([
  ['file', 'ファイルに保存'],
  ['keychain', 'キーチェーンに保存'],
]);

const sources: ReadonlyMap<string, string> = new Map([
  ['setting', 'Pilot Light で設定済み'],
  ['variable', 'CLAUDE_CLI_PATH で指定済み'],
  ['path', 'PATH から検出'],
  ['shell-path', 'PATH から検出'],
  ['known-place', '一般的な場所で検出（PATH の対象外）'],
]);

/** The words of every check, in Japanese. A name fits whether the check passes or not. */
export const japaneseChecks: Readonly<Record<CheckId, CheckWords>> = {
  'proxy-answers': words('プロキシの応答', ({ path, ms }) =>
    listOf([known(path, shortPath), known(ms, after)], '応答あり'),
  ),
  'address-family': words('localhost のアドレス', ({ names = [] }) => names.join('、') || '接続可能'),
  'response-time': words('応答時間', ({ status, ms }) => {
    const took = known(ms, japaneseMilliseconds);
    if (status === undefined) return took ?? '良好';
    return took === undefined ? String(status) : `${status}（${took}）`;
  }),
  dialect: words('ヘルスページ', ({ name, code }) =>
    listOf([known(name, (id) => `「${id}」として認識`), code === 'basic' && '基本情報のみ'], '認識済み'),
  ),
  identity: words('想定したプログラム', ({ name }) => name ?? '名前の報告なし'),
  'reported-health': words('プロキシの報告内容', ({ name, count }) =>
    listOf(
      [known(name, (word) => `「${word}」`), known(count, (parts) => `構成要素 ${parts.toLocaleString('ja')} 個`)],
      'すべて正常',
    ),
  ),
  'port-owner': words('ポートの使用元', ({ name, pid, user, ms, code }) => {
    if (code === 'other-user') return '別のユーザーのプロセス';
    const process = known(pid, (id) => `プロセス ${id}`);
    const holder = name === undefined || process === undefined ? (name ?? process) : `${name}（${process}）`;
    return listOf([holder, known(user, (who) => `ユーザー ${who}`), known(ms, running)], 'プロセスあり');
  }),
  'process-age': words('継続的な稼働', ({ ms }) => known(ms, running) ?? '稼働中'),
  exposure: words('ネットワークからの保護', ({ host }) => known(host, (at) => `${at} で待ち受け`) ?? '保護済み'),
  'cli-found': words('Claude CLI の検出', ({ path }) => known(path, shortPath) ?? '検出済み'),
  'cli-executable': words('Claude CLI の起動可否', ({ path }) => known(path, shortPath) ?? '起動可能'),
  'cli-machine': words('プロセッサーとの適合', ({ name, code }) =>
    code === 'script' ? `${name === undefined ? 'インタープリター' : `${name} `}用のスクリプト` : (name ?? '適合'),
  ),
  'cli-runs': words('Claude CLI の動作', ({ version, ms }) => listOf([version, known(ms, after)], '動作確認済み')),
  'cli-version': words('Claude CLI の新しさ', ({ version }) => version ?? '十分'),
  'cli-single': words('唯一の Claude CLI', ({ path }) => known(path, shortPath) ?? '重複なし'),
  'cli-same': words('プロキシが使う CLI との一致', ({ path }) => known(path, shortPath) ?? '一致'),
  'search-path': words('全プログラムからの検出', ({ code }) => sources.get(code ?? '') ?? '検出可能'),
  'cli-settings': words('Claude CLI の設定', ({ code }) => (code === 'absent' ? '未作成' : '読み取り可能')),
  'sign-in-stored': words('ログイン情報の保存', ({ names = [], name, code }) => {
    if (names.length > 0) return `不要：${names.join('、')} で認証`;
    return listOf([known(name, (plan) => `${plan} プラン`), places.get(code ?? '')], '保存済み');
  }),
  'sign-in-status': words('CLI の報告内容', ({ name }) =>
    listOf(['認証情報あり', known(name, (method) => `認証方法：${method}`)], ''),
  ),
  'sign-in-expiry': words('ログインの期限', ({ ms }) => known(ms, (left) => `残り ${lasting(left)}`) ?? '当面なし'),
  'sign-in-override': words('ログイン情報の優先', ({ names = [] }) =>
    names.length === 0 ? '優先される変数の設定なし' : `${names.join('、')} で認証`,
  ),
  'credentials-file': words('ログイン情報の保護', ({ code }) =>
    code === 'keychain' ? 'キーチェーンに保存' : '本人のみ読み取り可能',
  ),
  'views-agree': words('プロキシとローカルの一致', ({ code }) =>
    code === 'only-here' ? 'プロキシは未サインイン、ローカルに認証情報あり（有効性は不明）' : '矛盾なし',
  ),
  'loopback-proxy': words('Web プロキシ', ({ names = [] }) =>
    names.length === 0 ? '設定なし' : `このコンピューターは ${names.join('、')} の対象外`,
  ),
  clock: words('時計', ({ at }) => known(at, (moment) => exactTime(moment, { locale: 'ja' })) ?? '妥当'),
  disk: words('ディスクの空き容量', ({ bytes }) => known(bytes, (free) => `空き ${size(free, 'ja')}`) ?? '十分'),
  'settings-file': words('Pilot Light の設定', ({ code }) => (code === 'absent' ? '既定値' : 'すべて読み取り可能')),
  'tray-host': words('トレイ', service),
  notifications: words('通知', service),
  'pilot-light': words('Pilot Light', ({ version, bytes, ms }) =>
    listOf([version, known(bytes, (memory) => size(memory, 'ja')), known(ms, running)], '正常'),
  ),
};
