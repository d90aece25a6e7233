import { isRandom } from './randomness.ts';
import type { Detector, Span } from './span.ts';

// What base64 in both alphabets, base32 and hexadecimal consist of, and the dots that join the parts of a signed token.
const RUN = /[A-Za-z0-9+/=_.~-]{16,}/g;
const SEGMENT = /[A-Za-z0-9]+/g;
const MIN_SEGMENT = 5;

/** From this length on, random letters and digits are taken for a key: a commit's short name is shorter. */
const ALONE = 16;
/** Shorter random parts of one run that make a key together. */
const TOGETHER = 24;

/** Finds long random texts, which is what keys and tokens look like in any encoding, whoever made them. */
export const randomRuns: Detector = (text) => [...text.matchAll(RUN)].flatMap((run) => inRun(run[0], run.index));

interface Segment {
  readonly text: string;
  readonly start: number;
  readonly isRandom: boolean;
}

function inRun(run: string, offset: number): readonly Span[] {
  const segments = [...run.matchAll(SEGMENT)].map(({ index, 0: text }) => ({
    text,
    start: index,
    isRandom: text.length >= MIN_SEGMENT && isRandom(text),
  }));
  const random = segments.filter((segment) => segment.isRandom);
  const isKey = random.reduce((sum, { text }) => sum + text.length, 0) >= TOGETHER;
  const groups = isKey ? [segments.slice(segments.findIndex(isIt), segments.findLastIndex(isIt) + 1)] : [];
  return [...groups, ...dense(segments)].map((group) => spanOf(group, run, offset));
}

const isIt = (segment: Segment): boolean => segment.isRandom;

// A key in base64 for addresses has "-" and "_" anywhere: its parts are judged together, up to the next ordinary word.
function dense(segments: readonly Segment[]): readonly (readonly Segment[])[] {
  const groups: Segment[][] = [[]];
  for (const segment of segments) {
    if (!segment.isRandom && ORDINARY.test(segment.text)) groups.push([]);
    else groups.at(-1)?.push(segment);
  }
  return groups.filter((group) => {
    const whole = group.map(({ text }) => text).join('');
    // Of several words, unusual letters alone prove nothing: "linuxbrew/.linuxbrew".
    return whole.length >= ALONE && (group.length === 1 || MIXED.test(whole)) && isRandom(whole);
  });
}

const MIXED = /\d|[a-z][A-Z]/;
const ORDINARY = /^(?:\d{1,6}|[A-Z]?[a-z]{3,}|[A-Z]{3,})$/;

function spanOf(group: readonly Segment[], run: string, offset: number): Span {
  const last = group.at(-1);
  const end = (last?.start ?? 0) + (last?.text.length ?? 0);
  const padding = /^={1,2}/.exec(run.slice(end))?.[0].length ?? 0;
  return { start: offset + (group[0]?.start ?? 0), end: offset + end + padding, mark: '[secret]' };
}
