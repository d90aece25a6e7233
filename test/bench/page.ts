import type { Machine } from './machine.ts';
import { HEADINGS, rowsOf, type Result } from './rows.ts';
import { tableLines } from './text-table.ts';

// What needs the desktop beside an empty tray app, or parts that are not built yet.
const UNMEASURED: readonly string[] = [
  'idle memory, popup never opened and closed again: at most 1.08 and 1.20 times an empty Electron tray',
  'idle CPU above an empty Electron tray, polling every 4 s: at most 0.2 % of one core',
  'start until the tray is registered: at most 1.15 times an empty Electron tray; first verdict within 100 ms after',
  'popup from click to painted with data: at most 50 ms warm, 1.3 times an empty window cold',
  'history query of any span after a simulated year: at most 10 ms, its file at most 20 MB (there is no history yet)',
];

/** `docs/performance.md`: the table, the machine, and how each figure was measured. */
export function performancePage(results: readonly Result[], machine: Machine): string {
  const { cpu, cores, memoryGb, os, node, date } = machine;
  return [
    '# Performance',
    '',
    '_Written by `npm run bench`; not by hand._',
    '',
    `Measured on ${date}: ${cpu}, ${cores} cores, ${memoryGb} GB memory; ${os}; Node ${node}, without Electron.`,
    'Percent are of one core. A budget that was not met says so.',
    '',
    ...markdownTable(results),
    '',
    '## Budgets without a figure yet',
    '',
    ...UNMEASURED.map((what) => `- ${what}`),
    '',
    '## How it was measured',
    '',
    'Each measurement has a process of its own; the servers that are watched have others. `npm run bench -- NAME` measures one.',
    '',
    ...results.map(({ measurement: { name, how }, outcome }) => `- **${name}**: ${how}${remark(outcome)}`),
    '',
  ].join('\n');
}

function remark(outcome: Result['outcome']): string {
  return outcome.kind === 'measured' ? '' : ` _Not measured here: ${outcome.because}._`;
}

function markdownTable(results: readonly Result[]): readonly string[] {
  const [head = [], ...body] = tableLines([HEADINGS, ...results.flatMap(rowsOf)]);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((cell) => '-'.repeat(cell.length))), ...body.map(line)];
}
