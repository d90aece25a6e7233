import type { RunFact } from '../../core/diagnosis/facts.ts';
import { installedVersion } from './installed-version.ts';
import type { ProgramFile } from './program-file.ts';

type Proven = Extract<RunFact, { readonly kind: 'version' }>;

/** The versions that program files have told by running, for as long as those files stay what they were. */
export interface ProvenVersions {
  of(file: ProgramFile): Proven | undefined;
  keep(file: ProgramFile, fact: Proven): Promise<void>;
}

const MAX_KEPT = 32;

/** Keeps only proofs: whatever went wrong is tried again, so that a fix is seen at once. */
export function provenVersions(): ProvenVersions {
  const kept = new Map<string, Proven>();
  return {
    of: ({ stamp }) => kept.get(stamp),
    keep: async ({ realPath, stamp }, fact) => {
      // A version manager's link stays the same file while what it starts changes: only a file that bears out what was
      // said, by its path or the package beside it, is the CLI itself.
      if ((await installedVersion(realPath)) !== fact.version) return;
      const [oldest] = kept.keys();
      if (oldest !== undefined && kept.size >= MAX_KEPT) kept.delete(oldest);
      kept.set(stamp, fact);
    },
  };
}
