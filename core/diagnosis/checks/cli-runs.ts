import type { Evidence } from '../../health/finding.ts';
import { fail, pass, type Check, type Judgement } from '../check.ts';
import type { RunFact } from '../facts.ts';
import { onlyHere } from '../only-here.ts';

/** Whether the CLI runs, as far as asking for its version tells. */
export const cliRuns: Check<'target' | 'run'> = onlyHere({
  id: 'cli-runs',
  group: 'cli',
  needs: ['run'],
  judge: ({ run }) => ended(run),
});

function ended(run: RunFact): Judgement {
  switch (run.kind) {
    case 'version':
      return pass({ version: run.version, ms: run.ms });
    case 'incomplete':
      return fail('cli-incomplete');
    case 'needs-node':
      return fail('cli-needs-node');
    case 'wrong-machine':
      return fail('cli-wrong-machine');
    case 'hangs':
      return fail('cli-hangs');
    case 'not-started':
      return fail('cli-unusable', { code: run.code });
    case 'too-much-output':
      return fail('cli-broken', { code: run.kind });
    case 'no-version':
      return fail('cli-broken', { code: run.kind, ...quoting(run.said) });
    case 'failed':
      return fail('cli-broken', { ...endOf(run), ...quoting(run.said) });
  }
}

// How a shell and Windows tell of an illegal instruction: 128 + 4, and the status C000001D.
const ILLEGAL_INSTRUCTION: ReadonlySet<number> = new Set([132, 0xc000001d]);

function endOf({ code, signal }: Extract<RunFact, { readonly kind: 'failed' }>): Evidence {
  if (signal !== undefined) return { code: signal };
  if (code === undefined) return {};
  return { code: ILLEGAL_INSTRUCTION.has(code) ? 'SIGILL' : String(code) };
}

function quoting(said: string | undefined): Evidence {
  return said === undefined ? {} : { said, saidBy: 'cli' };
}
