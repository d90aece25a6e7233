import { STATE_NAMES, type StateName } from '../renderer/states.ts';

/** One picture of the popup. */
export interface Shot {
  readonly name: string;
  /** The states of the targets, one each. */
  readonly states: readonly StateName[];
  readonly theme: 'light' | 'dark';
  readonly zoom: number;
  /** Whether it belongs to the documentation; the others are only to be looked at. */
  readonly kept: boolean;
}

const KEPT: ReadonlySet<StateName> = new Set([
  'healthy',
  'basic',
  'signed-out',
  'cli-missing',
  'port-taken',
  'not-running',
  'stranger',
  'degraded',
  'unknown',
  'paused',
]);

const ofStates = STATE_NAMES.flatMap((state) =>
  (['light', 'dark'] as const).map((theme): Shot => ({
    name: `popup-${state}-${theme}`,
    states: [state],
    theme,
    zoom: 1,
    kept: KEPT.has(state),
  })),
);

const several: Shot = {
  name: 'popup-several-light',
  states: ['healthy', 'signed-out', 'paused', 'basic', 'degraded'],
  theme: 'light',
  zoom: 1,
  kept: false,
};

/** Every picture that is taken. */
export const SHOTS: readonly Shot[] = [
  ...ofStates,
  several,
  { ...several, name: 'popup-signed-out-200-percent', states: ['signed-out'], zoom: 2 },
  { ...several, name: 'popup-healthy-200-percent', states: ['healthy'], theme: 'dark', zoom: 2 },
];
