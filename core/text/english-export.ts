import type { ExportWords } from './export-words.ts';

/** The words of dashboards, in English. */
export const englishExport: ExportWords = {
  now: 'Now',
  overTime: 'The light over time',
  whatIsWrong: 'What is wrong',
  availability: 'Availability',
  availabilityOf: (span) => `Available (${span})`,
  answerTime: 'Time of an answer',
  healthPage: 'health page',
  port: 'port',
  requestTime: 'Time of a request',
  traffic: 'Requests',
  errors: 'Errors',
  incidents: 'Incidents',
  proxy: 'Proxy',
  dataSource: 'Data source',
  justOver: 'Over a moment ago',
  justOverWhy: 'Nobody is told of this: it silences what came of the trouble until that has ended as well.',
};
