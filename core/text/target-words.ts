import type { TargetColour } from '../settings.ts';

/** The words for several targets. `where`: the name of a target, or its address. */
export interface TargetWords {
  readonly colour: (where: string) => string;
  readonly colours: Readonly<Record<TargetColour | 'none', string>>;
  readonly up: (where: string) => string;
  readonly down: (where: string) => string;
  /** How many of several share the worst light. */
  readonly sharing: Readonly<Record<'degraded' | 'down', (count: number, all: number) => string>>;
  /** That there are more than are listed. */
  readonly more: (count: number) => string;
  /** Tells the place that a target has now, counted from 1. */
  readonly moved: (where: string, place: number, of: number) => string;
}
