import type { Machine } from './machine.ts';
import { HEADINGS, isMissed, rowsOf, type Result } from './rows.ts';
import { tableLines } from './text-table.ts';

/** `docs/performance.md`: the table, the machine, and how each figure was measured. */
export function performancePage(results: readonly Result[], machine: Machine): string {
  const { cpu, cores, memoryGb, os, node, electron, date } = machine;
  const beside = electron === undefined ? 'no Electron' : `Electron ${electron} on a private X11 desktop in memory`;
  return [
    '# Performance',
    '',
    '_Written by `npm run bench`; not by hand._',
    '',
    `Measured on ${date}: ${cpu}, ${cores} cores, ${memoryGb} GB memory; ${os}; Node ${node}; ${beside}.`,
    'Percent are of one core. A budget that was not met says so.',
    '',
    ...markdownTable(results),
    '',
    ...missed(results),
    '## How it was measured',
    '',
    'Each measurement has a process of its own; the servers that are watched have others. `npm run bench -- NAME` measures one.',
    '',
    ...results.map(({ measurement: { name, how }, outcome }) => `- **${name}**: ${how}${remark(outcome)}`),
    '',
  ].join('\n');
}

function missed(results: readonly Result[]): readonly string[] {
  const lines = results
    .flatMap(rowsOf)
    .filter(isMissed)
    .map(({ what, reason }) => `- **${what}**: ${reason}`);
  return lines.length === 0 ? [] : ['## What missed its budget', '', ...lines, ''];
}

function remark(outcome: Result['outcome']): string {
  return outcome.kind === 'measured' ? '' : ` _Not measured here: ${outcome.because}._`;
}

function markdownTable(results: readonly Result[]): readonly string[] {
  const [head = [], ...body] = tableLines([HEADINGS, ...results.flatMap(rowsOf)]);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((cell) => '-'.repeat(cell.length))), ...body.map(line)];
}
