import type { StepId } from '../advice/remedies.ts';
import type { Evidence, FindingId } from '../health/finding.ts';
import type { Light } from '../health/light.ts';
import type { KnownComponent } from '../health/report.ts';
import type { Units } from './duration.ts';

/** The words of a finding. `headline` is a sentence for the title line; `why` explains it in one or two sentences. */
export interface FindingWords {
  readonly headline: (evidence: Evidence) => string;
  readonly title: string;
  readonly why: (evidence: Evidence) => string;
}

/** Every text of the product in one language. The wording of a status lives here and nowhere else. */
export interface Catalogue {
  /** BCP 47 name of the language, for dates and numbers. */
  readonly locale: string;
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
  readonly steps: Readonly<Record<StepId, string>>;
  readonly watching: Readonly<Partial<Record<StepId, string>>>;
  readonly searchedIn: string;
  readonly proxySays: string;
  readonly alsoFound: string;
  readonly flappingTitle: string;
  readonly flappingBody: (where: string) => string;
  readonly recoveredTitle: string;
  readonly recoveredBody: (cause: string, duration: string) => string;
  readonly menu: Readonly<Record<'open' | 'checkNow' | 'pause' | 'resume' | 'quit', string>>;
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
