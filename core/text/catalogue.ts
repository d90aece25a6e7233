import type { StepId } from '../advice/step.ts';
import type { CheckGroup, CheckId } from '../diagnosis/check.ts';
import type { Progress } from '../diagnosis/diagnosis.ts';
import type { SkipReason } from '../diagnosis/facts.ts';
import type { Evidence, FindingId } from '../health/finding.ts';
import type { Light } from '../health/light.ts';
import type { KnownComponent } from '../health/report.ts';
import type { Units } from './duration.ts';
import type { ExportWords } from './export-words.ts';
import type { HistoryWords } from './history-words.ts';
import type { NotificationWords } from './notification-words.ts';
import type { TrafficWords } from './traffic-words.ts';
import type { AboutWords, FirstRunWords, SettingsWords, SnoozeWords } from './settings-words.ts';
import type { TargetWords } from './target-words.ts';

/** The words of a finding. `headline` is a sentence for the title line; `why` explains it in one or two sentences. */
export interface FindingWords {
  readonly headline: (evidence: Evidence) => string;
  readonly title: string;
  readonly why: (evidence: Evidence) => string;
}

/** The words of a check. `passed` tells in a few words what was seen when all is well. */
export interface CheckWords {
  readonly name: string;
  readonly passed: (evidence: Evidence) => string;
}

/** How many checks ended in which way, where no problem was found. */
export interface CheckCounts {
  readonly passed: number;
  readonly hints: number;
  readonly skipped: number;
  /** Timed out, crashed, or never begun. */
  readonly unfinished: number;
}

/** The words around the checks. */
export interface DiagnosisWords {
  readonly title: string;
  readonly run: string;
  readonly runAgain: string;
  readonly stop: string;
  readonly back: string;
  readonly close: string;
  readonly progress: (progress: Progress) => string;
  readonly started: string;
  /** Like `progress`, for a run that was stopped. */
  readonly stoppedAfter: (progress: Progress) => string;
  readonly allWell: string;
  readonly noProblem: string;
  readonly noResult: string;
  readonly stopped: string;
  readonly counts: (counts: CheckCounts) => string;
  readonly rootCause: string;
  readonly worthKnowing: string;
  readonly groups: Readonly<Record<CheckGroup, string>>;
  readonly states: Readonly<
    Record<'waiting' | 'running' | 'pass' | 'warn' | 'fail' | 'skipped' | 'timed-out' | 'crashed' | 'cancelled', string>
  >;
  readonly skipped: Readonly<Record<SkipReason, string>>;
  readonly timedOut: string;
  readonly crashed: string;
  readonly cancelled: string;
  readonly runOne: (check: string) => string;
  readonly otherChecks: string;
  readonly report: string;
  readonly reportTitle: string;
  readonly reportNote: string;
  readonly copyReport: string;
  readonly saveReport: string;
  readonly saved: string;
  readonly notSaved: string;
  readonly noReport: string;
  readonly format: string;
  readonly formats: Readonly<Record<'markdown' | 'json', string>>;
}

/** The words of a report that are in no face. */
export interface ReportWords {
  readonly title: string;
  readonly target: (number: number) => string;
  readonly findings: string;
  readonly answer: string;
  readonly errors: string;
  readonly targetsLeftOut: (count: number) => string;
  readonly shortened: string;
}

/** Every text of the product in one language. The wording of a status lives here and nowhere else. */
export interface Catalogue {
  /** BCP 47 name of the language, for dates and numbers. */
  readonly locale: string;
  /** In which direction it is written: the popup is laid out likewise. */
  readonly direction: 'ltr' | 'rtl';
  readonly units: Units;
  readonly lights: Readonly<Record<Light, string>>;
  readonly healthy: string;
  readonly healthyBasic: string;
  readonly basic: string;
  readonly basicNote: string;
  readonly looking: string;
  readonly paused: string;
  readonly pausedNote: string;
  readonly confirming: string;
  readonly recovering: string;
  readonly notAnsweringYet: string;
  readonly upFor: (duration: string) => string;
  readonly lasting: (duration: string) => string;
  readonly ago: (duration: string) => string;
  readonly lightSince: (light: string, moment: string) => string;
  readonly lastChecked: (moment: string) => string;
  readonly expiresOn: (moment: string) => string;
  readonly fromTo: (from: string, to: string) => string;
  readonly milliseconds: (ms: number) => string;
  readonly components: Readonly<Record<KnownComponent, string>>;
  readonly signedIn: string;
  readonly signedOut: string;
  readonly notReported: string;
  readonly seenHere: string;
  readonly notFoundHere: string;
  readonly loginHere: string;
  readonly noLoginHere: string;
  readonly overriddenBy: (variable: string) => string;
  readonly port: (port: number) => string;
  readonly requests: (count: number) => string;
  readonly errors: (count: number) => string;
  readonly expiresIn: (duration: string) => string;
  readonly expired: string;
  readonly moreComponents: (count: number) => string;
  readonly findings: Readonly<Record<FindingId, FindingWords>>;
  readonly checks: Readonly<Record<CheckId, CheckWords>>;
  readonly diagnosis: DiagnosisWords;
  readonly report: ReportWords;
  readonly settings: SettingsWords;
  readonly targets: TargetWords;
  readonly about: AboutWords;
  readonly firstRun: FirstRunWords;
  readonly snooze: SnoozeWords;
  readonly notifications: NotificationWords;
  readonly traffic: TrafficWords;
  readonly export: ExportWords;
  readonly history: HistoryWords;
  readonly steps: Readonly<Record<StepId, string>>;
  readonly watching: Readonly<Partial<Record<StepId, string>>>;
  readonly proof: {
    readonly fixed: (duration: string) => string;
    readonly watching: string;
    readonly stillFailing: (next: string) => string;
    readonly worked: string;
  };
  readonly searchedIn: string;
  readonly proxySays: string;
  readonly cliSays: string;
  readonly alsoFound: string;
  readonly flappingTitle: string;
  readonly flappingBody: (where: string) => string;
  readonly recoveredTitle: string;
  readonly recoveredBody: (cause: string, duration: string) => string;
  readonly menu: Readonly<Record<'open' | 'checkNow' | 'diagnose' | 'pause' | 'resume' | 'quit', string>>;
  readonly popup: Readonly<
    Record<
      | 'checkNow'
      | 'accept'
      | 'pause'
      | 'resume'
      | 'copy'
      | 'copied'
      | 'notCopied'
      | 'open'
      | 'openTerminal'
      | 'lastIncident'
      | 'components'
      | 'otherTargets'
      | 'stumbled'
      | 'stumbledWhy'
      | 'tryAgain',
      string
    >
  >;
  readonly copyCommand: (command: string) => string;
  readonly lastIncident: (duration: string) => string;
}
