import { namesOf } from '../../health/component-names.ts';
import { DIALECTS } from '../../health/dialects.ts';
import { GREETINGS } from '../../health/dialects/greeting.ts';
import type { Health } from '../../health/light.ts';

// blackbox_exporter knows no JSON, only RE2 over the whole body. A word that proves health must therefore be found where
// nothing but the overall status can stand: as the first members of the outermost object, and before anything nested.
const SCALAR = String.raw`(?:"(?:[^"\\]|\\.)*"|-?[0-9][0-9.eE+-]*|true|false|null)`;
const OUTERMOST = String.raw`^\s*\{\s*(?:"(?:[^"\\]|\\.)*"\s*:\s*${SCALAR}\s*,\s*)*`;
// As far as a component's own object goes before anything is nested in it.
const IN_COMPONENT = String.raw`"\s*:\s*\[?\s*\{`;
const MEMBERS = String.raw`(?:"(?:[^"\\]|\\.)*"|[^{}"])*`;
const TEXT = String.raw`[^{}]*`;

/** A body whose overall word proves health in some dialect. */
export function goodWord(): string {
  const flags = String.raw`${OUTERMOST}"(?:ok|running)"\s*:\s*true\b`;
  const greetings = [...GREETINGS].map((text) => `"?${text}"?`).join('|');
  return `${overall('healthy')}|${flags}|^(?:${greetings})$`;
}

/** A body with an overall word of this meaning. */
export function overall(health: Health): string {
  return `${OUTERMOST}${status(health)}`;
}

/** A body in which a component, under any of its names, has a status word of this meaning, or one of these. */
export function component(id: string, healths: readonly Health[], more: readonly string[] = []): string {
  const words = [...healths.flatMap(wordsFor), ...more].map(literal);
  return String.raw`"(?:${names(id)})${IN_COMPONENT}${MEMBERS}"status"\s*:\s*"(?:${words.join('|')})"`;
}

/** A body in which a component, under any of its names, holds a text like this. */
export function componentWith(id: string, pattern: string): string {
  return `"(?:${names(id)})${IN_COMPONENT}${TEXT}(?:${pattern})`;
}

/** A body whose `error` holds a text like this. */
export function errorLike(pattern: string): string {
  return String.raw`"error"\s*:\s*"(?:[^"\\]|\\.)*(?:${pattern})`;
}

function status(health: Health): string {
  return String.raw`"status"\s*:\s*"(?:${wordsFor(health).map(literal).join('|')})"`;
}

/** The overall words of all dialects that mean this, sorted. */
export function wordsFor(health: Health): readonly string[] {
  const all = DIALECTS.flatMap(({ words }) => [...words]);
  return [...new Set(all.filter(([, meaning]) => meaning === health).map(([word]) => word))].toSorted();
}

function names(id: string): string {
  return namesOf(id).map(literal).join('|');
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
