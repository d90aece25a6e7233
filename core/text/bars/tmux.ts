import type { Light } from '../../health/light.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { Catalogue } from '../catalogue.ts';
import { barText } from './bar-lines.ts';

const COLOURS: Readonly<Record<Light, string>> = {
  healthy: 'green',
  degraded: 'yellow',
  down: 'red',
  unknown: 'default',
  paused: 'default',
};

/** A few words for the status line of tmux, in our own words only: tmux obeys what it finds there. */
export function tmuxLine(snapshot: Snapshot, texts: Catalogue): string {
  return `#[fg=${COLOURS[snapshot.light]}]${barText(snapshot, texts)}#[default]`;
}
