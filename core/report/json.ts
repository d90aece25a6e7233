import type { ReportModel } from './model.ts';

/** A report for programs. */
export function reportAsJson(model: ReportModel): string {
  return `${JSON.stringify(model, undefined, 2)}\n`;
}
