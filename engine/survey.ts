import { claudeCli } from './cli/claude.ts';
import type { Gatherers } from './diagnosis/gathering.ts';
import { gatherersFor, type FactSources } from './facts/gatherers.ts';
import type { Surveyor } from './surroundings.ts';
import { startSurveyor, type SurveyorOptions } from './surveyor.ts';
import type { TargetSource } from './targets.ts';

/** Whose computer is looked at, and by whom. */
export interface SurveyOptions
  extends SurveyorOptions, Pick<FactSources, 'machine' | 'settings' | 'notBefore' | 'desktop' | 'app'> {}

/** The ways to look at this computer, from the passing glance to the facts of a diagnosis. */
export interface Survey extends Surveyor {
  /** The true path of the CLI that would be started, for starting it and for nothing else. */
  program(): Promise<string | undefined>;
  readonly facts: (source: TargetSource) => Gatherers;
  stop(): void;
}

/** A surveyor that gathers the facts of diagnoses, too. */
export function startSurvey(options: SurveyOptions): Survey {
  const surveyor = startSurveyor(options);
  const claude = claudeCli({ ...options, shellPath: () => surveyor.shellPath() });
  const ways = { look: () => surveyor.lookCloser(), portOwner: (url: string) => surveyor.portOwner(url) };
  return {
    look: () => surveyor.look(),
    portOwner: ways.portOwner,
    program: async () => (await surveyor.lookCloser()).program,
    facts: (source) => gatherersFor(source, { ...options, ...ways, claude }),
    stop: () => surveyor.stop(),
  };
}
