import type { FindingId } from '../../health/finding.ts';
import type { FindingWords } from '../catalogue.ts';
import type { TrafficWords } from '../traffic-words.ts';

export const germanTraffic: TrafficWords = {
  title: 'Verkehr',
  source: (minutes) => `aus /metrics · letzte ${minutes} Min.`,
  counting: 'aus /metrics · zählt noch …',
  requests: 'Anfragen / Min.',
  latency: 'Dauer (p95)',
  errors: 'Fehler',
  active: (count) => `${count.toLocaleString('de')} in Arbeit`,
  more: (figure) => `über ${figure}`,
  seconds: (seconds) => `${seconds} s`,
  countsProbes: 'womöglich mit unseren eigenen Prüfungen',
  course: (least, most, last) => `Anfragen je Minute: von ${least} bis ${most}, zuletzt ${last}.`,
  nothingYet: 'Anfragen je Minute: noch nichts gezählt.',
};

/** The words of what traffic tells of a proxy, in German. */
export const germanTrafficFindings = {
  'upstream-failing': {
    headline: () => 'Anfragen scheitern hinter einem gesunden Proxy',
    title: 'Klären Sie, warum Anfragen scheitern',
    why: ({ name }) =>
      `Der Proxy meldet sich gesund, aber die meisten der letzten Anfragen scheiterten${name === undefined ? '' : ` (am häufigsten: ${name})`}. Womöglich ist sein Weg zu Claude versperrt oder seine Anmeldung abgelehnt.`,
  },
  'errors-unusual': {
    headline: ({ times }) =>
      times === undefined ? 'Mehr Fehler als üblich' : `${times.toLocaleString('de')}-mal so viele Fehler wie üblich`,
    title: 'Es scheitern mehr Anfragen als üblich',
    why: ({ name }) =>
      `In der letzten halben Stunde scheiterte ein größerer Teil der Anfragen als am Tag davor${name === undefined ? '' : ` (am häufigsten: ${name})`}.`,
  },
} satisfies Readonly<Partial<Record<FindingId, FindingWords>>>;
