import { plain } from '../plain.ts';
import type { Settings } from '../settings.ts';

/** A target as the exports speak of it. */
export interface ExportTarget {
  /** Plain: fit for a label in any language of configuration. */
  readonly name: string;
  /** Its address, in the canonical form of the settings. */
  readonly url: string;
  /** The path of its health page below the address; absent where none has been found yet. */
  readonly path?: string;
}

/** The health page that nearly every real proxy has, for a target that has not answered yet. */
const USUAL_PATH = '/health';

/** The targets of the settings. `paths`: the health pages that were found, by address. */
export function exportTargets({ targets }: Settings, paths: ReadonlyMap<string, string>): readonly ExportTarget[] {
  return targets.map(({ name, url }) => {
    const path = paths.get(url);
    return { name: plain(name ?? '') || url, url, ...(path !== undefined && { path }) };
  });
}

/** The address of a target's health page. */
export function healthUrl({ url, path = USUAL_PATH }: ExportTarget): string {
  return url + path;
}
