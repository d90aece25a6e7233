import type { FindingId } from '../../health/finding.ts';
import type { FindingWords } from '../catalogue.ts';

// What stands in the CLI's place, or why the system refused to start it.
const unusable: ReadonlyMap<string, string> = new Map([
  ['not-executable', '该文件不可执行'],
  ['folder', '它是一个文件夹'],
  ['dangling', '它是一个失效的链接'],
  ['unreadable', '您没有访问权限，无法查看'],
  ['EACCES', '系统不允许启动它'],
  ['ENOENT', '它或它运行所需的内容不存在'],
]);

const refused = '系统未能启动它';

// How the question for its version ended.
const broken: ReadonlyMap<string, string> = new Map([
  ['no-version', '它给出了其他内容'],
  ['too-much-output', '它的输出没有尽头'],
  ['SIGILL', '它遇到了此处理器不支持的指令：自 2.1.113 起需要支持 AVX 的处理器'],
]);

/** The words of the findings about the CLI as a program, in Chinese. */
export const chineseCliFindings = {
  'cli-not-found': {
    headline: () => '找不到 Claude CLI',
    title: '安装 Claude CLI',
    why: ({ path, status, searchedPaths }) => {
      if (path !== undefined) return `设置或 CLAUDE_CLI_PATH 指定的位置是 ${path}，但那里什么也没有。`;
      return status === undefined && searchedPaths !== undefined
        ? '在本机上没有找到 Claude CLI。'
        : '代理正在运行，但找不到 Claude CLI，因此所有请求都会失败。';
    },
  },
  'cli-unusable': {
    headline: () => 'Claude CLI 无法启动',
    title: '重新安装 Claude CLI',
    why: ({ path, code }) =>
      `Claude CLI 所在位置${path === undefined ? '' : `（${path}）`}有问题：${code === undefined ? refused : (unusable.get(code) ?? `${refused}（${code}）`)}。`,
  },
  'cli-unsafe': {
    headline: () => '任何人都可以替换 Claude CLI',
    title: '保护 Claude CLI',
    why: ({ path }) => `本机的任何用户都可以用其他程序替换 ${path ?? 'Claude CLI'}，因此 Pilot Light 不会启动它。`,
  },
  'cli-wrong-machine': {
    headline: () => 'Claude CLI 不适用于这台电脑',
    title: '安装适用于本机的 Claude CLI',
    why: ({ names }) =>
      names === undefined || names.length === 0
        ? '此处理器无法运行所安装的程序。'
        : `所安装的程序适用于 ${names.join(' 和 ')}。`,
  },
  'cli-incomplete': {
    headline: () => 'Claude CLI 安装不完整',
    title: '重新安装 Claude CLI',
    why: () => 'npm 在程序的位置上只留下了占位文件：安装时跳过了可选部分或安装脚本。',
  },
  'cli-needs-node': {
    headline: () => 'Claude CLI 找不到 Node.js',
    title: '更新 Claude CLI',
    why: () => '这个旧版本是 Node.js 脚本，而从桌面启动的程序找不到 Node.js。新版本不需要它。',
  },
  'cli-hangs': {
    headline: () => 'Claude CLI 卡住了',
    title: 'Claude CLI 没有应答',
    why: ({ ms }) =>
      ms === undefined ? '它已启动，但没有结束。' : `向它查询版本时，它在 ${Math.round(ms / 1_000)} 秒内没有应答。`,
  },
  'cli-broken': {
    headline: () => 'Claude CLI 无法正常工作',
    title: '修复 Claude CLI',
    why: ({ code }) =>
      code === undefined
        ? '代理正在运行，但它使用的 Claude CLI 出现故障，因此请求会失败。'
        : `向它查询版本时，${broken.get(code) ?? `它以${/^\d/.test(code) ? '退出码' : ''} ${code} 结束`}。`,
  },
  'cli-too-old': {
    headline: ({ version }) => (version === undefined ? 'Claude CLI 版本过旧' : `Claude CLI 版本过旧：${version}`),
    title: '更新 Claude CLI',
    why: () => '2.1.40 之前的版本无法说明是否已登录，并且只能通过 /login 登录。',
  },
  'cli-settings-damaged': {
    headline: () => 'Claude CLI 的设置已损坏',
    title: '恢复 Claude CLI 的设置',
    why: ({ code }) =>
      code === 'unreadable'
        ? '无法读取它的 .claude.json 文件：该文件属于其他用户，或不是普通文件。'
        : '无法解析它的 .claude.json 文件。CLI 会在 backups 文件夹中保留较早的副本。',
  },
  'cli-is-another': {
    headline: () => '代理使用的是另一个 Claude CLI',
    title: '代理使用的是另一个 Claude CLI',
    why: ({ path }) =>
      path === undefined
        ? '代理所报告的 CLI 与本机上找到的不是同一个。'
        : `本机上最先找到的是 ${path}。在终端中所做的更改可能不会影响代理。`,
  },
  'several-clis': {
    headline: ({ count }) => `安装了${count === undefined ? '多' : ` ${count} `}个 Claude CLI`,
    title: '安装了多个 Claude CLI',
    why: ({ names = [] }) => `运行哪一个取决于由谁启动${names.length === 0 ? '' : `：${names.join('、')}`}。`,
  },
  'paths-differ': {
    headline: () => '只有您的 shell 能找到 Claude CLI',
    title: '让程序知道 Claude CLI 的位置',
    why: () => '它在 shell 的 PATH 中，但不在从桌面启动的程序的 PATH 中。',
  },
} as const satisfies Readonly<Partial<Record<FindingId, FindingWords>>>;
