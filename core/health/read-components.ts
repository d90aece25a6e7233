import type { Fields } from './fields.ts';
import { isBad } from './light.ts';
import type { Component, Report } from './report.ts';

const MAX_COMPONENTS = 64;

/** Reads the members of an object as components: at most 64, and how many more there were. */
export function readComponents(
  members: Fields,
  read: (name: string, value: unknown) => Component,
): Pick<Report, 'components' | 'omitted'> {
  const all = Object.entries(members).map(([name, value]) => read(name, value));
  return {
    components: all.length > MAX_COMPONENTS ? mostTelling(all) : all,
    omitted: Math.max(0, all.length - MAX_COMPONENTS),
  };
}

// A fault must not hide behind a crowd: what turns the light is kept, and the crowd is cut.
function mostTelling(all: readonly Component[]): readonly Component[] {
  return all.toSorted((a, b) => weight(b) - weight(a)).slice(0, MAX_COMPONENTS);
}

function weight({ role, health }: Component): number {
  return (role === 'required' ? 2 : 0) + (isBad(health) ? 1 : 0);
}
