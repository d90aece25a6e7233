import type { Settings } from './settings.ts';
import { USUAL_URL } from './target-url.ts';

type Targets = Settings['targets'];
type Target = Targets[number];

/** Whether nobody has chosen what is watched: the settings name just the one address that proxies usually have. */
export function hasUsualTarget({ targets }: Settings): boolean {
  return targets.length === 1 && targets.every(({ url, name }) => name === undefined && url === USUAL_URL);
}

/** The targets with one more. One that nobody has chosen gives way to it. */
export function withTarget(settings: Settings, target: Target): Targets {
  return hasUsualTarget(settings) ? [target] : [...settings.targets, target];
}

/** Whether an address, in its canonical form, is among the targets. */
export function isIn(targets: Targets, url: string): boolean {
  return targets.some((target) => target.url === url);
}

/** The targets with one of them at another place; both places are counted from 0. */
export function movedTarget(targets: Targets, from: number, to: number): Targets {
  const target = targets[from];
  return target === undefined ? targets : targets.toSpliced(from, 1).toSpliced(to, 0, target);
}
