import type { Command } from '../command.ts';
import { TARGET_OPTIONS } from '../target-options.ts';

/** `pilot-light report` */
export const report: Command = {
  name: 'report',
  summary: 'Writes a report to hand on, without names, hosts and secrets',
  details: [
    'It diagnoses first, as doctor does. The report is the one that the app writes, in English. Look it over before you send it.',
  ],
  options: {
    ...TARGET_OPTIONS,
    json: { summary: 'As JSON instead of Markdown' },
  },
  examples: [{ line: 'pilot-light report > report.md', says: 'Into a file.' }],
  run: async (given, session) => (await import('../run-report.ts')).runReport(given, session),
};
