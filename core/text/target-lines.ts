import type { TargetView } from '../snapshot.ts';
import type { Catalogue } from './catalogue.ts';
import { duration, secondsBetween } from './duration.ts';
import { exactTime } from './exact-time.ts';

/** The address without its scheme: what people call their proxy. */
export function shortUrl(url: string): string {
  return url.replace(/^https?:\/\//, '');
}

/** One sentence that says what is so. */
export function headline(target: TargetView, texts: Catalogue): string {
  const [root] = target.findings;
  if (target.light === 'paused') return texts.paused;
  if (target.light === 'healthy') return target.report?.basic === true ? texts.healthyBasic : texts.healthy;
  if (root === undefined) return texts.looking;
  if (root.id === 'not-responding' && target.light === 'unknown') return texts.notAnsweringYet;
  return texts.findings[root.id].headline(root.evidence);
}

/** The line under the headline: which, how long, how fast. Only what is known. */
export function subline(target: TargetView, now: number, texts: Catalogue): string {
  return [shortUrl(target.name), ...state(target, now, texts)].join(' · ');
}

/** What is behind the subline, in full: the address of a target with a name, and the exact times once it was asked. */
export function exactly({ name, url, light, since, probedAt }: TargetView, texts: Catalogue): readonly string[] {
  const isKnown = probedAt !== undefined || light === 'paused';
  return [
    ...(name === url ? [] : [url]),
    ...(isKnown ? [texts.lightSince(texts.lights[light], exactTime(since, texts))] : []),
    ...(probedAt === undefined ? [] : [texts.lastChecked(exactTime(probedAt, texts))]),
  ];
}

function state(target: TargetView, now: number, texts: Catalogue): readonly string[] {
  const lasting = texts.lasting(duration(secondsBetween(target.since, now), texts.units));
  if (target.light !== 'healthy')
    return target.confirmed ? [lasting] : target.probedAt === undefined ? [] : [texts.confirming];
  if (target.incident !== undefined) return [texts.recovering];
  const uptime = uptimeOf(target, now);
  return [
    ...(target.report?.basic === true ? [texts.basic.toLowerCase()] : []),
    ...(uptime === undefined ? [] : [texts.upFor(duration(uptime, texts.units))]),
    ...(target.ms === undefined ? [] : [texts.milliseconds(target.ms)]),
  ];
}

/** The proxy's uptime in seconds as it is now: what it told, and the time since. */
function uptimeOf(target: TargetView, now: number): number | undefined {
  const told = target.report?.components.find((component) => component.id === 'api_server')?.uptimeSeconds;
  return told === undefined || target.probedAt === undefined ? told : told + secondsBetween(target.probedAt, now);
}
