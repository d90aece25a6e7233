/** What one light can say. `unknown` is "no proof either way, or too old"; `paused` is the user's wish. */
export type Light = 'healthy' | 'degraded' | 'down' | 'unknown' | 'paused';

/** What can be said of one component, or of one answer. */
export type Health = Exclude<Light, 'paused'>;

// A proven fault outranks not knowing, and not knowing outranks health: that is "never green without proof".
const SEVERITY: Readonly<Record<Light, number>> = { paused: 0, healthy: 1, unknown: 2, degraded: 3, down: 4 };

/** The worse of two lights. */
export function worse<L extends Light>(a: L, b: L): L {
  return SEVERITY[a] >= SEVERITY[b] ? a : b;
}

/** The worst of several lights; `none` is what an empty list says. */
export function worst<L extends Light>(lights: readonly L[], none: L): L {
  const [first, ...rest] = lights;
  return first === undefined ? none : rest.reduce(worse, first);
}

/** True when `a` is worse than `b`. */
export function isWorse(a: Light, b: Light): boolean {
  return SEVERITY[a] > SEVERITY[b];
}

/** True for the lights that tell of a fault, and so open an incident. */
export function isBad(light: Light): light is 'degraded' | 'down' {
  return light === 'degraded' || light === 'down';
}
