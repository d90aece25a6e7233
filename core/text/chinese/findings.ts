import type { FindingId } from '../../health/finding.ts';
import type { FindingWords } from '../catalogue.ts';
import { contradicted, type Contradicted } from '../contradicted.ts';
import { chineseCliFindings } from './cli-findings.ts';
import { chineseTrafficFindings } from './traffic.ts';
import { chineseContradictions } from './contradictions.ts';
import { chineseMilliseconds } from './units.ts';

const contradictions: Readonly<Record<Contradicted, string>> = {
  itself: '代理的说法自相矛盾',
  computer: '代理与本机的信息不一致',
  before: '代理与之前不同',
};

// By what it was seen on this computer.
const signedOut: ReadonlyMap<string, string> = new Map([
  ['not-stored', '本机没有保存登录信息，也没有设置用于登录的变量。'],
  ['cli-says', 'Claude CLI 自身报告无人登录。'],
  ['login-ended', '已保存的登录已经终止，不会再续期。'],
]);

const TENTHS = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

const took = (ms: number): string =>
  ms < 1_000 ? chineseMilliseconds(ms) : `${(ms / 1_000).toLocaleString('zh-Hans', TENTHS)} 秒`;

/** The words of every finding, in Chinese. */
export const chineseFindings: Readonly<Record<FindingId, FindingWords>> = {
  ...chineseCliFindings,
  ...chineseTrafficFindings,
  'bad-address': {
    headline: () => '该地址不存在',
    title: '检查地址',
    why: () => '代理地址中的主机名没有对应的电脑。',
  },
  'proxy-not-running': {
    headline: () => '代理没有运行',
    title: '启动代理',
    why: () => '代理的地址上没有程序在监听：连接被拒绝。',
  },
  'port-taken': {
    headline: ({ port }) => (port === undefined ? '代理的端口已被占用' : `端口 ${port} 已被占用`),
    title: '释放端口，或换用其他端口',
    why: ({ name, pid }) =>
      pid === undefined
        ? '代理无法启动，因为另一个程序占用了它的端口。'
        : `代理无法启动，因为${name === undefined ? '另一个程序' : ` ${name}`}（进程 ${pid}）占用了它的端口。`,
  },
  'stranger-answers': {
    headline: ({ name }) => (name === undefined ? '应答的是另一个程序' : `应答的是另一个程序：${name}`),
    title: '另一个程序占用了此端口',
    why: ({ name, pid }) =>
      pid === undefined
        ? '代理的地址上有应答，但不像是 Claude 代理。'
        : `${name ?? '有程序'}（进程 ${pid}）在代理的地址上应答，但不像是 Claude 代理。`,
  },
  'starting-up': {
    headline: () => '代理正在启动',
    title: '暂时无需操作',
    why: () => '它已重新占用端口，但尚未应答。有些代理需要两分钟才能启动。',
  },
  restarting: {
    headline: () => '代理不断重新启动',
    title: '查明代理为何不断停止',
    why: ({ count }) =>
      count === undefined
        ? '它反复启动又停止，就像每次崩溃后都被重新启动的程序。'
        : `自 Pilot Light 启动以来，它停止了 ${count} 次，每次都被重新启动。`,
  },
  'not-responding': {
    headline: () => '代理没有响应',
    title: '重启代理',
    why: () => '它接受连接但不应答，就像程序卡住时那样。',
  },
  'health-stuck': {
    headline: () => '代理的健康检查卡住了',
    title: '查看 Claude CLI 是否卡住',
    why: () => '代理本身有应答，但它的健康检查没有结束：多半是因为 Claude CLI 卡住了。',
  },
  'connection-lost': {
    headline: () => '代理中断了连接',
    title: '重启代理',
    why: () => '它接受了连接，但没有给出完整的应答就将其关闭。',
  },
  'no-health-page': {
    headline: () => '此地址上没有状态页',
    title: '这是代理的地址吗？',
    why: () => '有服务器应答，但其中没有任何已知的状态页。',
  },
  locked: {
    headline: () => '状态页需要密钥',
    title: '状态页受到保护',
    why: ({ status }) => `服务器返回 ${status ?? 401}，因此从这里无法得知它的状态。`,
  },
  'rate-limited': {
    headline: () => '代理要求降低查询频率',
    title: '没有故障',
    why: () => '它正在运行，但表示请求过于频繁。Pilot Light 会暂时减少查询。',
  },
  'server-error': {
    headline: ({ status }) => `代理出错，错误码 ${status ?? 500}`,
    title: '代理发生内部错误',
    why: () => '它正在运行，但在应答时自身的代码出错。',
  },
  'credentials-unreadable': {
    headline: () => '无法读取已保存的登录信息',
    title: '取得登录信息的访问权限',
    why: () => '保存登录信息的文件属于其他用户，或不是普通文件。CLI 会因此视为未登录。',
  },
  'signed-out': {
    headline: () => 'Claude 未登录',
    title: '重新登录 Claude',
    why: ({ code = '' }) =>
      signedOut.get(code) ?? '代理正在运行，但 Claude CLI 没有有效的登录信息，因此所有请求都会失败。',
  },
  'sign-in-expired': {
    headline: () => '登录已过期',
    title: '登录需要续期',
    why: () => 'CLI 会在下次使用时自动续期。如果续期失败，请重新登录。',
  },
  'signed-out-here': {
    headline: () => '本机没有保存登录信息',
    title: '登录 Claude',
    why: () => '代理报告已登录，但它使用的 Claude CLI 在本机上没有登录信息：接下来的请求可能会失败。',
  },
  'sign-in-failing': {
    headline: () => '无法检查登录状态',
    title: '重新登录 Claude',
    why: () => '代理正在运行，但它对 Claude 登录的检查失败。',
  },
  'sign-in-overridden': {
    headline: ({ names }) => (names?.[0] === undefined ? '有变量优先于登录信息' : `${names[0]} 优先于登录信息`),
    title: '有变量覆盖了登录信息',
    why: ({ names = [] }) =>
      `只要设置了${names.length === 0 ? '此类变量' : ` ${names.join('、')}`}，` +
      'CLI 就不会使用已保存的登录信息。重新登录也不会改变这一点。',
  },
  'sign-in-expires-soon': {
    headline: () => '登录即将到期',
    title: '在登录到期前重新登录',
    why: () => '登录即将到期，且不会再续期。现在重新登录可以避免中断。',
  },
  'component-failing': {
    headline: ({ name }) => (name === undefined ? '代理的一个组件出现故障' : `代理的一个组件出现故障：${name}`),
    title: '查明该组件为何出现故障',
    why: () => '代理正在运行，但报告它的一个组件无法工作。',
  },
  'reported-unhealthy': {
    headline: () => '代理报告自身出现故障',
    title: '代理出现故障',
    why: () => '它有应答，但表示自己无法正常工作。',
  },
  'reported-degraded': {
    headline: () => '代理只能部分工作',
    title: '代理部分异常',
    why: () => '它有应答，但表示自身有些地方不正常。',
  },
  'not-understood': {
    headline: () => '无法理解应答内容',
    title: '无法证明状态正常',
    why: () => '有应答，但内容不足以证明状态正常，因此指示灯保持灰色。',
  },
  contradiction: {
    headline: ({ contradiction }) => contradictions[contradicted(contradiction)],
    title: '代理的说法自相矛盾',
    why: ({ contradiction }) =>
      contradiction === undefined ? '它给出的信息彼此不符。' : chineseContradictions[contradiction],
  },
  'exposed-to-network': {
    headline: () => '网络上的其他人可以访问代理',
    title: '将代理限制在本机',
    why: ({ host }) => `它监听${host === undefined ? '所有网络接口' : ` ${host}`}，并接受来自任何网页的请求。`,
  },
  'credentials-open': {
    headline: () => '本机的其他用户可以读取登录信息',
    title: '将登录信息设为仅自己可读',
    why: () => '保存登录信息的文件可被本机的其他用户读取。',
  },
  'loopback-proxied': {
    headline: ({ names }) => `${names?.[0] ?? 'HTTP_PROXY'} 也作用于本机`,
    title: '让本机不经过 HTTP 代理',
    why: ({ names = [] }) =>
      `遵循 ${names.join('、') || 'HTTP_PROXY'} 的程序会把发往 localhost 的请求转给 HTTP 代理。` +
      'Pilot Light 自身从不这样做。',
  },
  'slow-answer': {
    headline: ({ ms }) => (ms === undefined ? '代理应答缓慢' : `代理应答用了 ${took(ms)}`),
    title: '代理应答缓慢',
    why: () => '它的状态页应答很慢。有些代理每次被查询时都会启动 Claude CLI。',
  },
  'one-family-only': {
    headline: ({ host }) => `localhost 只有${host === undefined ? '一个地址' : ` ${host} `}有应答`,
    title: '填写确切的地址',
    why: ({ host }) =>
      `localhost 对应两个地址，而代理只在${host === undefined ? '其中一个' : ` ${host} `}上应答。有些程序会尝试另一个。`,
  },
  'clock-wrong': {
    headline: () => '本机的时钟不准',
    title: '设置时钟',
    why: () => '它显示的时间肯定已经过去。时钟不准会使安全连接和登录失败。',
  },
  'disk-full': {
    headline: () => '磁盘空间即将用尽',
    title: '释放磁盘空间',
    why: () => '没有剩余空间时，Claude CLI 既不能保存登录信息，也不能写入文件。',
  },
  'settings-damaged': {
    headline: () => '部分设置无法读取',
    title: '更正 Pilot Light 的设置',
    why: ({ names = [] }) =>
      names.length === 0 ? '无法读取设置文件，因此使用默认值。' : `以下设置已改用默认值：${names.join('、')}。`,
  },
  'no-tray-host': {
    headline: () => '此桌面不显示托盘图标',
    title: '为桌面添加系统托盘',
    why: ({ names: [supplier] = [] }) =>
      supplier === undefined
        ? '这里没有程序显示托盘图标。在 GNOME 上可使用扩展“AppIndicator and KStatusNotifierItem Support”。'
        : `这里没有程序显示托盘图标。在此桌面上添加“${supplier}”即可显示。`,
  },
  'no-notifications': {
    headline: () => '此桌面不显示通知',
    title: '添加通知服务',
    why: () => '这里没有程序显示通知，因此故障只会显示在托盘中。',
  },
  'app-troubled': {
    headline: ({ count }) => `Pilot Light 自身发生了${count === undefined ? '一些' : ` ${count} 个`}错误`,
    title: 'Pilot Light 发生过错误',
    why: () => '报告中列有这些错误，不含任何私人信息。指示灯继续工作。',
  },
};
