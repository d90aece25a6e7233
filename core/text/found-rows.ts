import type { Snapshot } from '../snapshot.ts';
import { isIn } from '../settings-targets.ts';
import { shortUrl } from './target-lines.ts';

/** A proxy that was found on this computer. */
export interface FoundProxyRow {
  readonly url: string;
  readonly title: string;
  /** Empty where the title says all. */
  readonly detail: string;
  readonly isWatched: boolean;
}

/** The proxies that were found; nothing before somebody has asked. */
export function foundRows({ found, settings }: Snapshot): readonly FoundProxyRow[] | undefined {
  return found?.map(({ url, name }) => ({
    url,
    title: name ?? shortUrl(url),
    detail: name === undefined ? '' : shortUrl(url),
    isWatched: isIn(settings.targets, url),
  }));
}
