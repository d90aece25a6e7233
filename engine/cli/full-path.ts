import { isAbsolute, join, normalize, parse, sep } from 'node:path';

/** Whether a path says by itself where it leads. On Windows `\x` does not: it means the current drive. */
export function isFullPath(path: string): boolean {
  if (path.includes('\0') || !isAbsolute(path)) return false;
  return sep === '/' || parse(path).root.length > 1;
}

/** A path as a user writes it: `~/` is the home folder, and the quotes that Windows puts around a copied path go. */
export function asWritten(path: string, home: string): string {
  const bare = /^".*"$/s.test(path) ? path.slice(1, -1) : path;
  return /^~[/\\]/.test(bare) ? join(home, bare.slice(2)) : bare;
}

/** One spelling for a folder: native separators, none at the end. */
export function folderName(folder: string): string {
  const normal = normalize(folder);
  return normal.length > parse(normal).root.length ? normal.replace(/[/\\]+$/, '') : normal;
}
