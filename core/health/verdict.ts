import type { Finding } from './finding.ts';
import type { Identity } from './identity.ts';
import type { Health } from './light.ts';
import type { Report } from './report.ts';

/** The judgement of one probe. */
export interface Verdict {
  readonly light: Health;
  /** Root cause first. */
  readonly findings: readonly Finding[];
  readonly report?: Report;
  /** Who answered instead of the proxy that was expected: the user may say that it is the right one. */
  readonly stranger?: Identity;
  /** True when the probe proved nothing (it ran out of time): one of these alone never turns a light red. */
  readonly inconclusive: boolean;
  /** Milliseconds the probe took. */
  readonly ms: number;
  /** The path that was asked last. */
  readonly path: string;
}
