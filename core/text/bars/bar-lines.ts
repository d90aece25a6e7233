import type { Light } from '../../health/light.ts';
import { worstTarget, type Snapshot, type TargetView } from '../../snapshot.ts';
import type { Catalogue } from '../catalogue.ts';
import { headline, subline } from '../target-lines.ts';

/** The signs of the lights: told by their shapes. */
export const SIGNS: Readonly<Record<Light, string>> = {
  healthy: '●',
  degraded: '▲',
  down: '✖',
  unknown: '○',
  paused: '‖',
};

/** A few words for a bar: the sign, the light, and how many share it where there are several. */
export function barText(snapshot: Snapshot, texts: Catalogue): string {
  const { light, targets } = snapshot;
  const count = targets.filter((target) => target.light === light).length;
  const share = targets.length > 1 ? ` ${count}/${targets.length}` : '';
  return `${SIGNS[light]} ${texts.lights[light]}${share}`;
}

/** One target in one line. */
export function targetLine(target: TargetView, { at }: Snapshot, texts: Catalogue): string {
  const name = target.name === target.url ? '' : `${target.name}: `;
  return `${name}${headline(target, texts)} · ${subline(target, at, texts)}`;
}

/** The line of the target whose trouble comes first. */
export function worstLine(snapshot: Snapshot, texts: Catalogue): string {
  const target = worstTarget(snapshot);
  return target === undefined ? texts.looking : targetLine(target, snapshot, texts);
}
