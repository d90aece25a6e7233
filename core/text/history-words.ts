import type { Ending, ToldOfIncident } from '../history/past-incident.ts';
import type { Span } from '../history/look-back.ts';

/** The words about what has been. Durations, shares and times are given in words already. */
export interface HistoryWords {
  readonly title: string;
  readonly availability: string;
  /** What pressing a heading does. */
  readonly open: string;
  readonly choose: string;
  readonly proxy: string;
  /** As short as they can be, for a choice of one. */
  readonly spans: Readonly<Record<Span, string>>;
  /** In a line of figures. */
  readonly last: Readonly<Record<Span, string>>;
  /** At the beginning of a sentence. */
  readonly spokenSpans: Readonly<Record<Span, string>>;
  readonly incidentCount: (count: number) => string;
  /** One sentence for the whole of a span. */
  readonly summary: (span: string, uptime: string, watched: string, incidents: string) => string;
  readonly nothingSeen: (span: string) => string;
  readonly notWatched: string;
  readonly up: string;
  readonly uptime: string;
  readonly watched: string;
  readonly incidents: string;
  readonly responseTime: string;
  /** Half of the answers took no longer than the first, 95 of 100 no longer than the second. */
  readonly answeredWithin: (half: string, most: string) => string;
  readonly stepByStep: (what: string) => string;
  readonly asTable: string;
  readonly time: string;
  readonly now: string;
  readonly empty: string;
  readonly noIncident: string;
  readonly more: (count: number) => string;
  readonly unreadable: string;
  /** `code`: that of the operating system. */
  readonly trouble: (code: string) => string;
  readonly lasts: string;
  readonly lasted: (duration: string) => string;
  readonly course: string;
  readonly began: string;
  readonly confirmed: (after: string) => string;
  readonly told: Readonly<Record<ToldOfIncident['what'], string>>;
  readonly fixedBy: (step: string) => string;
  readonly endings: Readonly<Record<Ending, string>>;
  readonly found: string;
  readonly note: string;
  readonly noteHint: string;
  readonly noteKept: string;
  readonly noteFailed: string;
  readonly unknown: string;
  readonly loading: string;
  /** What was shown around an incident, to go through. */
  readonly moments: string;
  readonly beforeBegan: (duration: string) => string;
  readonly afterBegan: (duration: string) => string;
  readonly asItBegan: string;
  readonly copyIncident: string;
  readonly saveRecording: string;
}
