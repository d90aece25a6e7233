import type { ContradictionId } from '../health/finding.ts';

/** What the words of a proxy do not fit: each other, this computer, or what it said before. */
export type Contradicted = 'itself' | 'computer' | 'before';

const OTHERS: Readonly<Partial<Record<ContradictionId, Contradicted>>> = {
  'cli-version-is-another': 'computer',
  'uptime-went-back': 'before',
  'version-changed': 'before',
};

/** What a contradiction is about: a proxy that was started anew or updated does not contradict itself. */
export function contradicted(id: ContradictionId | undefined): Contradicted {
  return (id === undefined ? undefined : OTHERS[id]) ?? 'itself';
}
