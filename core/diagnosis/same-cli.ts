import type { CliSeen, CliSight } from '../sight/local-sight.ts';

const ON_WINDOWS = /^[A-Za-z]:[\\/]/;

/** Whether a text is a path that can be compared: a bare name says nothing about where it was found. */
export function isPath(text: string): boolean {
  return /^(?:\/|~\/|\\\\)/.test(text) || ON_WINDOWS.test(text);
}

/** Whether a path that a proxy tells is that of the CLI which would be started here, by any of its links. */
export function isChosenCli(told: string, { chosen, candidates }: CliSight): boolean {
  if (chosen === undefined) return false;
  const links = candidates.filter((candidate) => fileOf(candidate) === fileOf(chosen));
  return [chosen, ...links]
    .flatMap(({ path, realPath = path, aliases = [] }) => [path, realPath, ...aliases])
    .some((path) => isSame(told, path));
}

/** The file behind the links: what makes two paths one CLI. */
export function fileOf({ path, realPath = path }: CliSeen): string {
  return realPath;
}

// The proxy's home need not be known: a path below "~" is compared by its end.
function isSame(told: string, path: string): boolean {
  const [a, b] = [canonical(told), canonical(path)];
  return a.startsWith('~/') ? b.endsWith(a.slice(1)) : a === b;
}

// Windows knows neither case nor a difference between the two slashes.
function canonical(path: string): string {
  return ON_WINDOWS.test(path) ? path.replaceAll('\\', '/').toLowerCase() : path;
}
