import type { Span } from '../../core/history/look-back.ts';
import type { TargetPast } from '../../core/report/history-status.ts';
import type { Settings } from '../../core/settings.ts';
import { canonicalUrl } from '../../core/target-url.ts';
import { remembered } from '../history/remembered.ts';
import { historiesIn } from '../history/target-folder.ts';
import { UsageError } from './given.ts';

type Named = Pick<TargetPast, 'name' | 'url'>;

/** The targets of the settings, or those with this name or address; one that is watched no more has an address still. Throws `UsageError`. */
export function targetsNamed(wanted: string | undefined, { targets }: Settings): readonly Named[] {
  const all = targets.map(({ name, url }) => ({ name: name ?? url, url }));
  if (wanted === undefined) return all;
  const named = all.filter(({ name }) => name === wanted);
  if (named.length > 0) return named;
  const read = canonicalUrl(wanted);
  if (!read.ok) throw new UsageError(`No proxy of the settings has the name "${wanted}", and it is no address.`);
  const known = all.filter(({ url }) => url === read.url);
  return known.length > 0 ? known : [{ name: read.url, url: read.url }];
}

/** What is remembered of these targets in the data folder of the app. Throws the error of the file system. */
export function pastOf(targets: readonly Named[], folder: string, span: Span, now: number): readonly TargetPast[] {
  const root = historiesIn(folder);
  return targets.map(({ name, url }) => ({ name, url, past: remembered(root, url, span, now) }));
}
