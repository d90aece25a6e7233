import { skip, type Check } from './check.ts';
import type { FactId } from './facts.ts';

/** A check that looks at this computer: of a proxy that runs on another one, it would tell nothing. */
export function onlyHere<Needs extends FactId>(check: Check<Needs>): Check<Needs | 'target'> {
  return {
    ...check,
    needs: ['target', ...check.needs.filter((id) => id !== 'target')],
    judge: (facts) => (facts.target.isHere ? check.judge(facts) : skip('other-computer')),
  };
}
