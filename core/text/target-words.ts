import type { TargetColour } from '../settings.ts';

/** The words for the list of targets in the settings. `where`: the name of a target, or its address. */
export interface TargetWords {
  readonly colour: (where: string) => string;
  readonly colours: Readonly<Record<TargetColour | 'none', string>>;
  readonly up: (where: string) => string;
  readonly down: (where: string) => string;
  /** Tells the place that a target has now, counted from 1. */
  readonly moved: (where: string, place: number, of: number) => string;
}
