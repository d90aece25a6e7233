import type { CheckId } from '../../diagnosis/check.ts';
import type { Evidence } from '../../health/finding.ts';
import { plain } from '../../plain.ts';
import type { CheckWords } from '../catalogue.ts';
import { duration } from '../duration.ts';
import { exactTime } from '../exact-time.ts';
import { known, MAX_PASSED, shortPath } from '../passed.ts';
import { size } from '../size.ts';
import { chineseMilliseconds, chineseUnits, counted } from './units.ts';

const words = (name: string, passed: (evidence: Evidence) => string): CheckWords => ({
  name,
  passed: (evidence) => plain(passed(evidence), MAX_PASSED) || '正常',
});

// Like `listOf`, with the comma of Chinese.
const listed = (parts: readonly (string | false | undefined)[], otherwise: string): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join('，') || otherwise;

const lasting = (ms: number): string => duration(ms / 1_000, chineseUnits);

const after = (ms: number): string => `用时 ${chineseMilliseconds(ms)}`;

const service = ({ code }: Evidence): string => (code === 'unneeded' ? '系统自带' : '可用');

const places: ReadonlyMap<string, string> = new Map([
  ['file', '保存在文件中'],
  ['keychain', '保存在钥匙串中'],
]);

const sources: ReadonlyMap<string, string> = new Map([
  ['setting', '由 Pilot Light 的设置指定'],
  ['variable', '由 CLAUDE_CLI_PATH 指定'],
  ['path', '在 PATH 中'],
  ['shell-path', '在 PATH 中'],
  ['known-place', '在常见位置，但不在任何 PATH 中'],
]);

/** The words of every check, in Chinese. A name fits whether the check passes or not. */
export const chineseChecks: Readonly<Record<CheckId, CheckWords>> = {
  'proxy-answers': words('代理应答', ({ path, ms }) => listed([known(path, shortPath), known(ms, after)], '正常')),
  'address-family': words('localhost 的地址', ({ names = [] }) => names.join(' 和 ') || '可连接'),
  'response-time': words('响应时间', ({ status, ms }) => {
    const took = known(ms, chineseMilliseconds);
    if (status === undefined) return took ?? '迅速';
    return took === undefined ? String(status) : `${status}，用时 ${took}`;
  }),
  dialect: words('状态页', ({ name, code }) =>
    listed([known(name, (id) => `识别为“${id}”`), code === 'basic' && '基本'], '可识别'),
  ),
  identity: words('是否为预期的程序', ({ name }) => name ?? '未提供名称'),
  'reported-health': words('代理报告的状态', ({ name, count }) =>
    listed([known(name, (word) => `“${word}”`), known(count, (parts) => counted(parts, '个组件'))], '一切正常'),
  ),
  'port-owner': words('占用端口的程序', ({ name, pid, user, ms, code }) => {
    if (code === 'other-user') return '其他用户的进程';
    const process = known(pid, (id) => (name === undefined ? `进程 ${id}` : `（进程 ${id}）`));
    return listed(
      [
        `${name ?? ''}${process ?? ''}`,
        known(user, (who) => `用户 ${who}`),
        known(ms, (age) => `已占用 ${lasting(age)}`),
      ],
      '一个进程',
    );
  }),
  'process-age': words('持续运行', ({ ms }) => known(ms, (age) => `已运行 ${lasting(age)}`) ?? '正常'),
  exposure: words('不对网络开放', ({ host }) => known(host, (at) => `监听 ${at}`) ?? '正常'),
  'cli-found': words('找到 Claude CLI', ({ path }) => known(path, shortPath) ?? '已找到'),
  'cli-executable': words('Claude CLI 可启动', ({ path }) => known(path, shortPath) ?? '可以'),
  'cli-machine': words('适用于此处理器', ({ name, code }) =>
    code === 'script' ? `脚本，由${name === undefined ? '解释器' : ` ${name} `}运行` : (name ?? '适用'),
  ),
  'cli-runs': words('Claude CLI 可运行', ({ version, ms }) => listed([version, known(ms, after)], '可以')),
  'cli-version': words('版本足够新', ({ version }) => version ?? '足够新'),
  'cli-single': words('只有一个 Claude CLI', ({ path }) => known(path, shortPath) ?? '只有一个'),
  'cli-same': words('代理使用同一个 Claude CLI', ({ path }) => known(path, shortPath) ?? '相同'),
  'search-path': words('所有程序均可找到', ({ code }) => sources.get(code ?? '') ?? '可以'),
  'cli-settings': words('Claude CLI 的设置', ({ code }) => (code === 'absent' ? '尚无设置' : '可读取')),
  'sign-in-stored': words('登录信息已保存', ({ names = [], name, code }) => {
    if (names.length > 0) return `无需保存：由 ${names.join('、')} 登录`;
    return listed([known(name, (plan) => `${plan} 套餐`), places.get(code ?? '')], '已保存');
  }),
  'sign-in-status': words('CLI 的说明', ({ name }) =>
    listed(['存在凭据', known(name, (method) => `方式：${method}`)], ''),
  ),
  'sign-in-expiry': words('登录到期时间', ({ ms }) => known(ms, (left) => `${lasting(left)}后`) ?? '近期不会到期'),
  'sign-in-override': words('登录信息未被覆盖', ({ names = [] }) =>
    names.length === 0 ? '未设置此类变量' : `登录方式即 ${names.join('、')}`,
  ),
  'credentials-file': words('登录信息仅限本人访问', ({ code }) =>
    code === 'keychain' ? '保存在钥匙串中' : '只有您可以读取',
  ),
  'views-agree': words('代理与本机一致', ({ code }) =>
    code === 'only-here' ? '代理未登录；本机存在凭据，是否有效未知' : '没有矛盾',
  ),
  'loopback-proxy': words('HTTP 代理', ({ names = [] }) =>
    names.length === 0 ? '未设置' : `本机不受 ${names.join('、')} 影响`,
  ),
  clock: words('时钟', ({ at }) => known(at, (moment) => exactTime(moment, { locale: 'zh-Hans' })) ?? '合理'),
  disk: words('磁盘空间', ({ bytes }) => known(bytes, (free) => `可用 ${size(free, 'zh-Hans')}`) ?? '充足'),
  'settings-file': words('Pilot Light 的设置', ({ code }) => (code === 'absent' ? '默认设置' : '全部可读取')),
  'tray-host': words('系统托盘', service),
  notifications: words('通知', service),
  'pilot-light': words('Pilot Light', ({ version, bytes, ms }) =>
    listed(
      [version, known(bytes, (memory) => size(memory, 'zh-Hans')), known(ms, (age) => `已运行 ${lasting(age)}`)],
      '正常',
    ),
  ),
};
