import type { Light } from '../../health/light.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { Catalogue } from '../catalogue.ts';
import { barText, SIGNS, targetLine } from './bar-lines.ts';

const COLOURS: Readonly<Record<Light, string>> = {
  healthy: 'green',
  degraded: 'orange',
  down: 'red',
  unknown: 'gray',
  paused: 'gray',
};

/** A plugin of SwiftBar or xbar: the line in the menu bar, and one for each target below it. */
export function swiftbarLines(snapshot: Snapshot, texts: Catalogue): readonly string[] {
  const { light, targets } = snapshot;
  return [
    `${barText(snapshot, texts)} | color=${COLOURS[light]}`,
    '---',
    // A sign of ours comes first, so that no line begins with one that means something.
    ...targets.map(
      (target) =>
        `${SIGNS[target.light]} ${asWords(targetLine(target, snapshot, texts))} | color=${COLOURS[target.light]}`,
    ),
  ];
}

// What stands behind a bar are parameters, such as a command to run.
function asWords(text: string): string {
  return text.replaceAll('|', '¦');
}
