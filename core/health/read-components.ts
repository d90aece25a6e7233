import type { Fields } from './fields.ts';
import type { Component, Report } from './report.ts';

const MAX_COMPONENTS = 64;

/** Reads the members of an object as components: at most 64, and how many more there were. */
export function readComponents(
  members: Fields,
  read: (name: string, value: unknown) => Component,
): Pick<Report, 'components' | 'omitted'> {
  const entries = Object.entries(members);
  return {
    components: entries.slice(0, MAX_COMPONENTS).map(([name, value]) => read(name, value)),
    omitted: Math.max(0, entries.length - MAX_COMPONENTS),
  };
}
