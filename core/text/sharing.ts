import { isBad } from '../health/light.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Catalogue } from './catalogue.ts';

/** How many of several targets are as bad as the worst: nothing where there is one alone, or no fault. */
export function sharing({ light, targets }: Pick<Snapshot, 'light' | 'targets'>, texts: Catalogue): string | undefined {
  if (targets.length < 2 || !isBad(light)) return undefined;
  return texts.targets.sharing[light](targets.filter((target) => target.light === light).length, targets.length);
}
