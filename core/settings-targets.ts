import { readSettings, type Settings } from './settings.ts';

type Targets = Settings['targets'];
type Target = Targets[number];

/** Whether nobody has chosen what is watched: the settings name just the one address that proxies usually have. */
export function hasUsualTarget({ targets }: Settings): boolean {
  const usual = readSettings(undefined).targets;
  return targets.length === usual.length && targets.every(({ url, name }) => name === undefined && isIn(usual, url));
}

/** The targets with one more. One that nobody has chosen gives way to it. */
export function withTarget(settings: Settings, target: Target): Targets {
  return hasUsualTarget(settings) ? [target] : [...settings.targets, target];
}

/** Whether an address, in its canonical form, is among the targets. */
export function isIn(targets: Targets, url: string): boolean {
  return targets.some((target) => target.url === url);
}
