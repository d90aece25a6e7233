import type { ReportWords } from '../catalogue.ts';
import { counted } from './units.ts';

/** The words of a report, in German. Its fields go by their technical names. */
export const germanReport: ReportWords = {
  title: 'Bericht von Pilot Light',
  target: (number) => `Proxy ${number}`,
  findings: 'Befunde',
  answer: 'Antwort',
  errors: 'Letzte Fehler von Pilot Light',
  targetsLeftOut: (count) => `Ausgelassen: ${counted(count, 'weiterer', 'weitere')}.`,
  shortened: 'Gekürzt: Texte und Listen sind beschnitten, damit der Bericht unter seiner Grenze bleibt.',
};
