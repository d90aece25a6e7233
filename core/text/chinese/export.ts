import type { ExportWords } from '../export-words.ts';

/** The words of dashboards, in simplified Chinese. */
export const chineseExport: ExportWords = {
  now: '当前状态',
  overTime: '状态变化',
  whatIsWrong: '当前问题',
  availability: '可用率',
  availabilityOf: (span) => `可用率（${span}）`,
  answerTime: '响应时间',
  healthPage: '状态页',
  port: '端口',
  requestTime: '请求耗时',
  traffic: '请求',
  errors: '错误',
  incidents: '故障',
  proxy: '代理',
  dataSource: '数据源',
  justOver: '刚刚结束',
  justOverWhy: '此警报不会通知任何人：在故障的后续影响也结束之前，它使这些影响保持静默。',
};
