import type { Snapshot } from '../../core/snapshot.ts';
import type { DiagnosisName } from '../renderer/diagnoses.ts';
import type { PastName } from '../renderer/pasts.ts';
import type { Beside, StateName } from '../renderer/states.ts';

/** One picture of the popup. */
export interface Shot {
  readonly name: string;
  /** The states of the targets, one each. */
  readonly states: readonly StateName[];
  /** The popup shows it at once. */
  readonly diagnosis?: DiagnosisName;
  readonly worked?: Snapshot['worked'];
  /** What is remembered of the targets; absent: nothing is kept. */
  readonly past?: PastName;
  /** What else the snapshot holds, at this moment in epoch milliseconds. */
  readonly beside?: (now: number) => Beside;
  /** By how many pixels the page is scrolled; to its end, where that is less. */
  readonly scroll?: number;
  /** The texts or labels of buttons that are pressed before the picture is taken. */
  readonly click?: readonly string[];
  /** A preference of the user: a media feature and its value. */
  readonly media?: readonly [name: string, value: string];
  /** Absent: English. The pseudo-locales are no languages of the product. */
  readonly language?: 'de' | 'zh' | 'ja' | 'pseudo' | 'pseudo-rtl';
  readonly theme: 'light' | 'dark';
  readonly zoom: number;
  /** Whether it belongs to the documentation; the others are only to be looked at. */
  readonly kept: boolean;
}
