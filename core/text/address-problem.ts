import { canonicalUrl } from '../target-url.ts';
import type { Settings } from '../settings.ts';
import { isIn } from '../settings-targets.ts';
import type { Catalogue } from './catalogue.ts';

/** What is wrong with an address that is being typed, if it joined these targets. Nothing where nothing is typed. */
export function addressProblem(typed: string, targets: Settings['targets'], texts: Catalogue): string | undefined {
  const { urlProblems } = texts.settings;
  if (typed.trim() === '') return undefined;
  const read = canonicalUrl(typed);
  if (!read.ok) return urlProblems[read.problem];
  return isIn(targets, read.url) ? urlProblems.twice : undefined;
}
