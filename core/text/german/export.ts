import type { ExportWords } from '../export-words.ts';

/** The words of dashboards, in German. */
export const germanExport: ExportWords = {
  now: 'Jetzt',
  overTime: 'Das Licht im Verlauf',
  whatIsWrong: 'Was nicht stimmt',
  availability: 'Verfügbarkeit',
  availabilityOf: (span) => `Verfügbar (${span})`,
  answerTime: 'Dauer einer Antwort',
  healthPage: 'Statusseite',
  port: 'Port',
  requestTime: 'Dauer einer Anfrage',
  traffic: 'Anfragen',
  errors: 'Fehler',
  incidents: 'Störungen',
  proxy: 'Proxy',
  dataSource: 'Datenquelle',
  justOver: 'Gerade vorbei',
  justOverWhy: 'Davon erfährt niemand: Es hält zurück, was von der Störung noch nachwirkt.',
};
