import { OURS, type ExportFile } from '../export-file.ts';
import type { ExportTarget } from '../export-target.ts';

/** The series that the alert about the end of a login reads. */
export const LOGIN_END = 'pilot_light_login_end_timestamp_seconds';

/**
 * The file of `export metrics`, for the textfile collector of node_exporter: when the login on this computer ends, for each
 * target on it. No proxy tells that, so no probe can see it. `endsAt`: epoch milliseconds; without a known end there is no
 * sample.
 */
export function loginMetrics(targets: readonly ExportTarget[], endsAt: number | undefined): ExportFile {
  const labels = ({ name, url }: ExportTarget): string => `{proxy="${escaped(name)}",url="${escaped(url)}"}`;
  const samples =
    endsAt === undefined ? [] : targets.map((each) => `${LOGIN_END}${labels(each)} ${Math.floor(endsAt / 1_000)}`);
  const lines = [
    `# ${OURS}.`,
    `# HELP ${LOGIN_END} When the login of the Claude CLI on this computer ends.`,
    `# TYPE ${LOGIN_END} gauge`,
    ...samples,
    '',
  ];
  return { name: 'pilot-light.prom', text: lines.join('\n') };
}

// As the text format wants it: https://prometheus.io/docs/instrumenting/exposition_formats/
function escaped(text: string): string {
  return text
    .replaceAll('\\', String.raw`\\`)
    .replaceAll('"', String.raw`\"`)
    .replaceAll('\n', String.raw`\n`);
}
