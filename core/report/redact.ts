import { encodedTexts } from './redaction/encoded.ts';
import { unescaped } from './redaction/escapes.ts';
import { homeFolders } from './redaction/homes.ts';
import { otherHosts } from './redaction/hosts.ts';
import { knownTokens } from './redaction/known-tokens.ts';
import { labelled } from './redaction/labelled.ts';
import { mailAddresses } from './redaction/mail.ts';
import { homeFolder, lastPart, wholeName } from './redaction/names.ts';
import { tornTexts } from './redaction/pieces.ts';
import { randomRuns } from './redaction/random-runs.ts';
import { covered, MARKS, type Detector, type Span } from './redaction/span.ts';
import { urls } from './redaction/urls.ts';
import { foldedView, type View } from './redaction/view.ts';

/** The longest text that is looked through, in UTF-16 code units; of a longer one the rest is cut off. */
export const MAX_REDACTED = 65_536;

const MAX_ESCAPES = 3;
const MAX_CODINGS = 2;
const MAX_PASSES = 6;

/** What is known to be private on this computer. */
export interface PrivateWords {
  readonly home: string;
  /** With or without the name of a Windows domain. */
  readonly user: string;
  readonly hostName: string;
  /** For whom the user works, where that is known. */
  readonly organisation?: string;
}

/** Takes what is private out of a text. */
export type Redact = (text: string) => string;

/**
 * A function that takes out of a text what is private on this computer, and what is on any: secrets, e-mail addresses,
 * home folders, other computers, ids. It reads escapes and codings, and puts a short mark in place of each stretch.
 * Pure and total; what it gives back it would give back again.
 */
export function redactor(words: PrivateWords): Redact {
  const plainly = [
    knownTokens,
    labelled,
    mailAddresses,
    urls,
    otherHosts,
    homeFolders,
    ...privateNames(words),
    randomRuns,
  ] satisfies readonly Detector[];
  return (text) => untilSettled(text, (part) => covered(part, spansIn(part, plainly, MAX_CODINGS)));
}

function privateNames({ home, user, hostName, organisation = '' }: PrivateWords): readonly Detector[] {
  const [machine = ''] = hostName.split('.');
  return [
    homeFolder(home),
    wholeName(lastPart(user), '[user]'),
    wholeName(lastPart(home), '[user]'),
    wholeName(hostName, '[host]'),
    wholeName(machine, '[host]'),
    wholeName(organisation, '[organisation]'),
  ];
}

const MARK = new RegExp(
  `(${MARKS.filter((mark) => mark !== '~')
    .map((mark) => `\\[${mark.slice(1, -1)}\\]`)
    .join('|')})`,
);

// A mark can bring together what was apart, so the text is read until nothing more is found. What does not settle in a
// few readings is no text that anybody needs.
function untilSettled(text: string, pass: Redact): string {
  let before = cut(text);
  for (let i = 0; i < MAX_PASSES; i += 1) {
    const after = cut(
      before
        .split(MARK)
        .map((part, n) => (n % 2 === 0 ? pass(part) : part))
        .join(''),
    );
    if (after === before) return after;
    before = after;
  }
  return '[secret]';
}

function cut(text: string): string {
  return text.length <= MAX_REDACTED ? text : `${text.slice(0, MAX_REDACTED - 1)}…`;
}

function spansIn(text: string, plainly: readonly Detector[], codings: number): readonly Span[] {
  const whole: Detector = (one) => plainly.flatMap((find) => find(one));
  const isPrivate = (decoded: string): boolean => spansIn(decoded, plainly, codings - 1).length > 0;
  const detectors = [whole, tornTexts(whole), ...(codings > 0 ? [encodedTexts(isPrivate)] : [])];
  return viewsOf(text).flatMap((view) =>
    detectors.flatMap((find) => find(view.text)).map((span) => inOriginal(span, view)),
  );
}

/** The text as it stands, and with one, two and three layers of escapes read. */
function viewsOf(text: string): readonly View[] {
  const views = [foldedView(text)];
  for (let i = 0; i < MAX_ESCAPES; i += 1) {
    const last = views.at(-1);
    const next = last === undefined ? undefined : unescaped(last);
    if (next === undefined || next === last) break;
    views.push(next);
  }
  return views;
}

function inOriginal({ start, end, mark }: Span, { from, to }: View): Span {
  return { start: from[start] ?? 0, end: to[end - 1] ?? 0, mark };
}
