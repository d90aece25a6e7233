import type { ReportWords } from './catalogue.ts';

/** The words of a report, in English. Its fields go by their technical names. */
export const englishReport: ReportWords = {
  title: 'Pilot Light report',
  target: (number) => `Proxy ${number}`,
  findings: 'Findings',
  answer: 'Answer',
  errors: 'Last errors of Pilot Light',
  targetsLeftOut: (count) => `Left out: ${count} more.`,
  shortened: 'Shortened: texts and lists are cut so that the report stays below its limit.',
};
