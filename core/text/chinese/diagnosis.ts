import type { Progress } from '../../diagnosis/diagnosis.ts';
import type { DiagnosisWords } from '../catalogue.ts';
import { counted } from './units.ts';

const checks = (count: number): string => counted(count, '项检查');

const hints = (count: number): string => counted(count, '条提示');

const found = ({ problems, warnings }: Progress): string =>
  [...(problems === 0 ? [] : [counted(problems, '个问题')]), ...(warnings === 0 ? [] : [hints(warnings)])].join('，') ||
  '没有问题';

/** The words around the checks, in Chinese. */
export const chineseDiagnosis: DiagnosisWords = {
  title: '诊断',
  run: '运行诊断',
  runAgain: '重新运行',
  stop: '停止',
  back: '返回',
  close: '关闭',
  progress: (progress) =>
    progress.done === progress.all
      ? `${checks(progress.all)} · ${found(progress)}`
      : `已完成 ${progress.done} / ${checks(progress.all)} · 目前：${found(progress)}`,
  started: '诊断已开始',
  stoppedAfter: (progress) => `已停止，完成 ${progress.done} / ${checks(progress.all)} · ${found(progress)}`,
  allWell: '所有检查均已通过',
  noProblem: '未发现问题',
  noResult: '部分检查没有得出结果',
  stopped: '已提前停止',
  counts: ({ passed, hints: told, skipped, unfinished }) =>
    [
      counted(passed, '项通过'),
      ...(told === 0 ? [] : [hints(told)]),
      ...(skipped === 0 ? [] : [counted(skipped, '项跳过')]),
      ...(unfinished === 0 ? [] : [counted(unfinished, '项无结果')]),
    ].join(' · '),
  rootCause: '根本原因',
  worthKnowing: '值得留意',
  groups: { proxy: '代理', cli: 'Claude CLI', 'sign-in': '登录', computer: '本机' },
  states: {
    waiting: '等待中',
    running: '检查中…',
    pass: '通过',
    warn: '提示',
    fail: '问题',
    skipped: '已跳过',
    'timed-out': '超时',
    crashed: '已崩溃',
    cancelled: '已停止',
  },
  skipped: {
    'no-answer': '代理没有应答',
    paused: '代理已暂停监控',
    'not-told': '代理未提供相关信息',
    'other-computer': '代理在另一台电脑上运行',
    'nothing-listens': '该处没有程序在监听',
    'no-cli': '没有可供检查的 Claude CLI',
    'cli-does-not-run': 'Claude CLI 无法运行',
    'cli-too-old': '此 Claude CLI 无法提供该信息',
    'no-login': '没有已保存的登录信息',
    'not-on-this-system': '不适用于此系统',
    'cannot-be-seen': '此系统不提供该信息',
    'earlier-check': '之前的一项检查尚未结束',
  },
  timedOut: '未在时限内得出结果',
  crashed: '检查本身出错',
  cancelled: '未检查',
  runOne: (check) => `重新运行：${check}`,
  otherChecks: '用方向键可切换到其他检查',
  report: '报告',
  reportTitle: '报告',
  reportNote: '名称、地址和机密信息均已略去。复制或保存的正是以下内容。',
  copyReport: '复制报告',
  saveReport: '保存…',
  saved: '已保存',
  notSaved: '未保存',
  noReport: '无法生成报告。',
  format: '格式',
  formats: { markdown: '文本', json: 'JSON' },
};
