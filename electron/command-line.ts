import { parseArgs } from 'node:util';
import { canonicalUrl } from '../core/target-url.ts';

/** What the app was started with. */
export interface LaunchOptions {
  /** Watch this one target, whatever the settings say. */
  readonly url?: string;
  /** Print a line at each change of the light. */
  readonly reportLights: boolean;
  /** Keep a picture of the popup in this file. Development only. */
  readonly picture?: string;
}

export type CommandLine =
  | { readonly ok: true; readonly options: LaunchOptions }
  | { readonly ok: false; readonly problem: string };

const KNOWN = {
  url: { type: 'string' },
  'report-lights': { type: 'boolean' },
  picture: { type: 'string' },
} as const;

/** Reads the arguments after the program. Chromium reads its own switches from the same line, so others are let be. */
export function readCommandLine(args: readonly string[], isPackaged: boolean): CommandLine {
  // Not strict, so each value may be a boolean where a text is missing, and the other way round.
  const {
    url,
    picture,
    'report-lights': report,
  }: Readonly<Record<string, unknown>> = parseArgs({
    args: [...args],
    options: KNOWN,
    strict: false,
  }).values;
  if (picture !== undefined && isPackaged) return problem('--picture is for development only.');
  if (picture !== undefined && typeof picture !== 'string') return problem('--picture needs a path.');
  const reportLights = report !== undefined && report !== false;
  const rest = { reportLights, ...(picture !== undefined && { picture }) };
  if (url === undefined) return { ok: true, options: rest };
  const target = canonicalUrl(typeof url === 'string' ? url : '');
  if (!target.ok) return problem(`--url needs an address such as http://localhost:8000 (${target.problem}).`);
  return { ok: true, options: { ...rest, url: target.url } };
}

function problem(text: string): CommandLine {
  return { ok: false, problem: text };
}
