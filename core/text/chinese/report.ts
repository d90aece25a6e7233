import type { ReportWords } from '../catalogue.ts';

/** The words of a report, in Chinese. Its fields go by their technical names. */
export const chineseReport: ReportWords = {
  title: 'Pilot Light 报告',
  target: (number) => `代理 ${number}`,
  findings: '检查结果',
  answer: '应答',
  errors: 'Pilot Light 最近的错误',
  targetsLeftOut: (count) => `已省略另外 ${count} 个。`,
  shortened: '已缩短：为使报告不超出长度上限，部分文本和列表已截断。',
};
