import type { AboutWords, FirstRunWords, SettingsWords, SnoozeWords } from '../settings-words.ts';
import { counted } from './units.ts';

const inLine = (line: number | undefined): string => (line === undefined ? '' : `（第 ${line} 行）`);

/** The words of the settings in Chinese. */
export const chineseSettings: SettingsWords = {
  title: '设置',
  sections: {
    proxies: '代理',
    checking: '检查',
    notifications: '通知',
    appearance: '外观',
    computer: '本机',
    file: '全部设置',
  },
  proxy: (number) => `代理 ${number}`,
  name: '名称',
  noName: '无名称',
  address: '地址',
  addProxy: '添加代理',
  add: '添加',
  remove: (where) => `移除 ${where}`,
  urlProblems: {
    'too-long': '此地址过长。',
    'not-an-address': '请按此格式填写：http://localhost:8000',
    'not-http': '请以 http:// 或 https:// 开头',
    'has-credentials': '请勿包含用户名和密码。',
    'bad-port': '端口应为 1 到 65535 之间的数字。',
    twice: '此地址已在监控中。',
  },
  interval: {
    label: '检查频率',
    hint: '自动表示每隔几秒检查一次。',
    choices: { without: '自动', with: '固定间隔' },
    number: '两次检查之间的秒数',
    unit: '秒',
  },
  confirmAfter: {
    label: '报警时机',
    hint: '默认在连续第二次发现故障时报警；没有应答时为第三次。',
    choices: { without: '默认', with: '多次确认后' },
    number: '连续发现故障的次数',
    unit: '次',
  },
  slowAfter: {
    label: '应答缓慢',
    hint: '超过上限时指示灯变为琥珀色。',
    choices: { without: '从不', with: '设定上限' },
    number: '应答耗时上限（毫秒）',
    unit: '毫秒',
  },
  metrics: { label: '流量', hint: '来自代理自己的 /metrics 页面（如果有）。' },
  notifications: { label: '通知', hint: '在代理出现故障和恢复正常时通知。' },
  reminders: {
    label: '提醒',
    hint: '在故障持续期间。',
    choices: { without: '从不', with: '定期' },
    number: '两次提醒之间的分钟数',
    unit: '分钟',
  },
  quietHours: { label: '免打扰时段', hint: '每天在此时段内不发送通知。' },
  from: '从',
  to: '到',
  cliPath: { label: 'Claude CLI', hint: '无法自动找到时，请填写其路径。' },
  appearance: { label: '颜色' },
  appearances: { system: '跟随系统', light: '浅色', dark: '深色' },
  language: { label: '语言' },
  likeDesktop: '跟随系统',
  menuBarText: { label: '菜单栏文字', hint: '出现问题时，在图标旁显示一个词。' },
  startAtLogin: { label: '登录系统时启动', hint: '登录系统后，Pilot Light 随即就绪。' },
  shortcut: { label: '快捷键', hint: '可在任何地方打开此窗口，例如 Ctrl+Alt+P。' },
  byItself: '自动查找',
  noShortcut: '无',
  numberProblem: (least, most) =>
    `请填写 ${least.toLocaleString('zh-Hans')} 到 ${most.toLocaleString('zh-Hans')} 之间的整数。`,
  timeProblem: '请填写两个不同的时间。',
  refused: '无法应用并保存此项设置。',
  fileNote: '全部设置保存在一个文本文件中，也可以手动编辑。',
  export: '导出…',
  exported: '已导出',
  import: '导入…',
  imported: '已导入',
  reset: '重置…',
  resetQuestion: '要将所有设置恢复到最初状态吗？',
  resetNow: '重置',
  wasReset: '所有设置已恢复到最初状态。',
  keep: '保留',
  failed: '未完成',
  troublesTitle: '设置文件有误',
  trouble: (key, line) => `“${key}”${inLine(line)}已改用默认值。`,
  fileTrouble: (line) => `无法读取设置文件${inLine(line)}：所有设置均已改用默认值。`,
};

/** The words about the program in Chinese. */
export const chineseAbout: AboutWords = {
  title: '关于 Pilot Light',
  what: 'Pilot Light 监控您电脑上的 Claude 代理，告诉您它是否正常、为何不正常，以及该如何处理。',
  version: '版本',
  platform: '系统',
  license: '许可证',
  independent: '这是一个独立项目，并非由 Anthropic 制作或认可。',
  cost: '自身开销',
  memory: '内存',
  cpuNow: '当前 CPU',
  cpuSoFar: '启动以来的 CPU',
  requests: '已发送的请求',
  processes: (count) => counted(count, '个进程'),
  ofOneCore: (share) => `单核的 ${share}`,
  inside: '所含组件',
};

/** The words of the first run in Chinese. */
export const chineseFirstRun: FirstRunWords = {
  headline: '尚未监控任何代理',
  why: '请告诉 Pilot Light 要监控哪个代理。可以让它查找，也可以直接输入地址。',
  look: '在本机上查找代理',
  lookAgain: '再次查找',
  looking: '正在查找…',
  lookNote: '仅在您按下此按钮时查询，且只查询已知的代理常用端口。',
  found: (count) => `找到 ${counted(count, '个代理')}`,
  foundNone: '本机的常用端口上没有代理应答。',
  watch: '监控这个',
  watchThat: (where) => `监控这个：${where}`,
  watched: '已监控',
  orAddress: '或输入其地址',
  elsewhere: '代理在别处吗？',
  elsewhereWhy: '您的代理可能在其他端口上运行。',
};

/** The words of the rest in Chinese. */
export const chineseSnooze: SnoozeWords = {
  button: '静音 1 小时',
  more: '静音其他时长',
  choices: { '30 min': '30 分钟', '1 h': '1 小时', '4 h': '4 小时', recovery: '直到恢复正常' },
  restUntil: (time) => `通知已静音至 ${time}`,
  restUntilWell: '通知已静音，直到恢复正常',
  end: '取消静音',
};
