import { FIRST_WITH_AUTH } from '../../core/advice/circumstances.ts';
import type { AuthFact, Gathered, RunFact, SkipReason } from '../../core/diagnosis/facts.ts';
import { compareVersions } from '../../core/sight/program-version.ts';
import { readCliSettings } from '../facts/cli-settings.ts';
import { atMost } from '../processes/at-most.ts';
import { oneAtATime } from '../processes/one-at-a-time.ts';
import { askClaude, type Asking } from './ask-claude.ts';
import { authAnswer } from './auth-answer.ts';
import { configPlaces } from './config-places.ts';
import { programFile, unfit, type ProgramFile } from './program-file.ts';
import { provenVersions, type ProvenVersions } from './proven-versions.ts';
import { MANAGED_FOLDERS, mayHaveProxies } from './settings-proxies.ts';
import { versionAnswer } from './version-answer.ts';

/**
 * The CLI of this computer, asked. `program` is absolute and was found by `findCli`. Neither rejects. Of each kind one
 * runs at a time: who asks the same joins, who asks another program waits. A cancelled question is answered `hangs`: it
 * had not ended when nobody wanted to know any more.
 */
export interface Claude {
  /** Whether it runs, and as which version. At most about 6 seconds from its turn. */
  version(program: string, signal?: AbortSignal): Promise<RunFact>;
  /**
   * Whether it sees a credential, without any effect on that. Makes sure of the version by itself and never asks one that
   * would take the question for a prompt. At most about 9 seconds from its turn, once the version is known.
   */
  authStatus(program: string, signal?: AbortSignal): Promise<Gathered<AuthFact>>;
}

export interface ClaudeOptions extends Asking {
  /** Instead of the system's own folders for an administrator's settings. */
  readonly managedFolders?: readonly string[];
}

interface Surroundings extends ClaudeOptions {
  readonly proven: ProvenVersions;
}

// A file on a dead network drive never answers.
const FILES_LIMIT_MS = 1_000;

/** Starts nothing yet. */
export function claudeCli(options: ClaudeOptions): Claude {
  const around = { ...options, proven: provenVersions() };
  const [versions, sights] = [oneAtATime<RunFact>(), oneAtATime<Gathered<AuthFact>>()];

  const version = async (program: string, signal?: AbortSignal): Promise<RunFact> =>
    (await versions(program, (ending) => runVersion(program, around, ending), signal)) ?? { kind: 'hangs' };

  const askAuth = async (program: string, ending: AbortSignal): Promise<Gathered<AuthFact>> => {
    const obstacle = (await settingsObstacle(around)) ?? (await versionObstacle(program, around, version, ending));
    return obstacle ?? known(authAnswer(await askClaude('auth', program, around, ending)));
  };
  return {
    version,
    authStatus: async (program, signal) =>
      (await sights(program, (ending) => askAuth(program, ending), signal)) ?? known({ kind: 'hangs' }),
  };
}

async function runVersion(program: string, around: Surroundings, ending: AbortSignal): Promise<RunFact> {
  const { proven, platform, clock } = around;
  const file = await look(program, around);
  // A script depends on more than on its own file, such as on Node: it is run each time.
  const before = file?.kind === 'binary' ? proven.of(file) : undefined;
  const without = before ?? (file && unfit(file, platform));
  if (without !== undefined) return without;
  const fact = versionAnswer(await askClaude('version', program, around, ending), file);
  if (fact.kind === 'version' && file !== undefined) await atMost(clock, FILES_LIMIT_MS, proven.keep(file, fact));
  return fact;
}

async function settingsObstacle(around: Surroundings): Promise<Gathered<AuthFact> | undefined> {
  const state = await atMost(around.clock, FILES_LIMIT_MS, settingsState(around));
  if (state === 'damaged') return known({ kind: 'settings-damaged' });
  return state === 'harmless' ? undefined : missing('cannot-be-seen');
}

// Asked with damaged settings, some versions replace them; with a proxy of their own they renew an expired login.
async function settingsState({ env, home, platform, clock, managedFolders }: Surroundings): Promise<SettingsState> {
  const places = configPlaces(env, home);
  if (places === undefined) return 'unknown';
  if ((await readCliSettings(env, home, clock)) === 'damaged') return 'damaged';
  return (await mayHaveProxies(places, managedFolders ?? MANAGED_FOLDERS[platform])) ? 'unknown' : 'harmless';
}

type SettingsState = 'harmless' | 'damaged' | 'unknown';

async function versionObstacle(
  program: string,
  around: Surroundings,
  version: Claude['version'],
  ending: AbortSignal,
): Promise<Gathered<AuthFact> | undefined> {
  const file = await look(program, around);
  const fact = (file && around.proven.of(file)) ?? (await version(program, ending));
  if (fact.kind !== 'version') return missing('cli-does-not-run');
  return compareVersions(fact.version, FIRST_WITH_AUTH) < 0 ? missing('cli-too-old') : undefined;
}

function look(program: string, { clock }: Surroundings): Promise<ProgramFile | undefined> {
  return atMost(clock, FILES_LIMIT_MS, programFile(program));
}

function known(value: AuthFact): Gathered<AuthFact> {
  return { kind: 'known', value };
}

function missing(because: SkipReason): Gathered<AuthFact> {
  return { kind: 'missing', because };
}
