import type { ReportFormat } from '../contract.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { bytesOf } from './bytes-of.ts';
import { reportAsJson } from './json.ts';
import { reportAsMarkdown } from './markdown.ts';
import { reportOf } from './model.ts';
import type { Redact } from './redact.ts';
import { plainly, sayer, type Limits } from './say.ts';

export interface ReportOptions {
  readonly format: ReportFormat;
  readonly texts: Catalogue;
  readonly redact: Redact;
  /** The app's own last errors, newest last. They are redacted again. */
  readonly errors?: readonly string[];
}

/** The longest report, in bytes of UTF-8: what an issue or a forum takes as an attachment, and a person may look over. */
export const MAX_REPORT_BYTES = 200_000;

/**
 * Each leaves out more than the one before; what the last can come to is far below the limit. What is left out is counted
 * in the report itself, so that a JSON report stays whole.
 */
export const LIMITS: readonly [Limits, ...Limits[]] = [
  { targets: 64, components: 256, findings: 32, list: 32, text: 200 },
  { targets: 64, components: 128, findings: 8, list: 16, text: 120 },
  { targets: 32, components: 64, findings: 4, list: 8, text: 80 },
  { targets: 8, components: 16, findings: 2, list: 4, text: 40 },
  { targets: 2, components: 4, findings: 1, list: 2, text: 20 },
];

/** Writes a report of a snapshot. The same snapshot always gives the same report. */
export function writeReport(snapshot: Snapshot, { format, texts, redact, errors = [] }: ReportOptions): string {
  const say = plainly(redact);
  const write = (limits: Limits): string => {
    const model = reportOf(snapshot, errors, sayer(say, limits), limits !== LIMITS[0]);
    return format === 'json' ? reportAsJson(model) : reportAsMarkdown(model, texts);
  };
  let report = '';
  for (const limits of LIMITS) {
    report = write(limits);
    if (bytesOf(report) <= MAX_REPORT_BYTES) break;
  }
  return report;
}
