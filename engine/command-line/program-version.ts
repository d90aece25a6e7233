import { readFileSync } from 'node:fs';

/** The version in the package of this program. */
export function programVersion(): string {
  // As far above the source as above the bundle.
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const read: unknown = JSON.parse(text);
  return typeof read === 'object' && read !== null && 'version' in read ? String(read.version) : '';
}
