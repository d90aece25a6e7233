import type { FindingId } from '../../health/finding.ts';
import type { FindingWords } from '../catalogue.ts';
import type { TrafficWords } from '../traffic-words.ts';

export const chineseTraffic: TrafficWords = {
  title: '流量',
  source: (minutes) => `来自 /metrics · 最近 ${minutes} 分钟`,
  counting: '来自 /metrics · 正在统计…',
  requests: '请求 / 分钟',
  latency: '耗时 (p95)',
  errors: '错误',
  active: (count) => `${count.toLocaleString('zh-Hans')} 个进行中`,
  more: (figure) => `超过 ${figure}`,
  seconds: (seconds) => `${seconds} 秒`,
  countsProbes: '可能包含本程序自己的检查',
  course: (least, most, last) => `每分钟请求数：最少 ${least}，最多 ${most}，最后 ${last}。`,
  nothingYet: '每分钟请求数：尚无统计。',
};

/** The words of what traffic tells of a proxy, in simplified Chinese. */
export const chineseTrafficFindings = {
  'upstream-failing': {
    headline: () => '代理状态正常，但请求失败',
    title: '查明请求为何失败',
    why: ({ name }) =>
      `代理表示自身正常，但最近的大多数请求都失败了${name === undefined ? '' : `（最常见：${name}）`}。它可能无法连接 Claude，或登录被拒绝。`,
  },
  'errors-unusual': {
    headline: ({ times }) =>
      times === undefined ? '错误比平时多' : `错误是平时的 ${times.toLocaleString('zh-Hans')} 倍`,
    title: '失败的请求比平时多',
    why: ({ name }) => `最近半小时失败请求的比例高于前一天${name === undefined ? '' : `（最常见：${name}）`}。`,
  },
} satisfies Readonly<Partial<Record<FindingId, FindingWords>>>;
