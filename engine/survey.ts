import type { Platform } from '../core/platform.ts';
import { portOf } from '../core/target-url.ts';
import type { PortOwner } from '../core/sight/local-sight.ts';
import { claudeCli } from './cli/claude.ts';
import { createLocalSight, type LocalLook } from './cli/local-sight.ts';
import type { Clock } from './clock.ts';
import { portOwner } from './ports/port-owner.ts';
import type { Gatherers } from './diagnosis/gathering.ts';
import { gatherersFor, type FactSources } from './facts/gatherers.ts';
import type { RunTool } from './ports/run-tool.ts';
import { sharesLogin } from './ports/shares-login.ts';
import { childEnvironment, pathOf, variable, type Environment } from './processes/child-environment.ts';
import { runProgram } from './processes/run-program.ts';
import type { Surveyor } from './surroundings.ts';
import type { TargetSource } from './targets.ts';

/** Whose computer is looked at. */
export interface SurveyOptions extends Pick<FactSources, 'machine' | 'settings' | 'notBefore' | 'desktop' | 'app'> {
  readonly env: Environment;
  readonly platform: Platform;
  readonly home: string;
  /** An existing, empty folder for the few programs that are started. */
  readonly folder: string;
  readonly clock: Clock;
  /** Where the user says that the CLI is; asked each time, as it may change. */
  readonly cliPath?: () => string | undefined;
}

/** The ways to look at this computer, from the passing glance to the facts of a diagnosis. */
export interface Survey extends Surveyor {
  /** The true path of the CLI that would be started, for starting it and for nothing else. */
  program(): Promise<string | undefined>;
  readonly facts: (source: TargetSource) => Gatherers;
  stop(): void;
}

const TOOL_LIMIT_MS = 2_000;
const TOOL_MAX_BYTES = 1_048_576;

/** Looks at this computer by its own means: files, the process table, and tools of the system where there is no other way. */
export function startSurvey(options: SurveyOptions): Survey {
  const { env, platform, clock, cliPath } = options;
  const stopping = new AbortController();
  const local = createLocalSight(options);
  const systemRoot = variable(env, 'SystemRoot');
  const tools = { clock, run: toolRunner(options, stopping.signal), ...(systemRoot !== undefined && { systemRoot }) };
  const look = (): Promise<LocalLook> => local.look(cliPath?.());
  const ownerOf = async (url: string): Promise<PortOwner> => {
    const address = new URL(url);
    const question = { host: address.hostname, port: portOf(address), platform, signal: stopping.signal };
    return withLogin(await portOwner(question, tools), options);
  };
  const claude = claudeCli({ ...options, shellPath: () => local.shellPath() });
  return {
    look: async () => {
      // The true path, for starting, is nobody's business but the launcher's.
      const { cli, signIn } = await look();
      return { cli, signIn };
    },
    portOwner: ownerOf,
    program: async () => (await look()).program,
    facts: (source) => gatherersFor(source, { ...options, claude, look, portOwner: ownerOf }),
    stop: () => {
      stopping.abort();
      local.stop();
    },
  };
}

async function withLogin(owner: PortOwner, { env, platform }: SurveyOptions): Promise<PortOwner> {
  if (owner.kind !== 'known' || platform !== 'linux') return owner;
  const shared = await sharesLogin(owner.pid, '/proc', env);
  return shared === undefined ? owner : { ...owner, sharesLogin: shared };
}

function toolRunner({ env, folder, clock }: SurveyOptions, signal: AbortSignal): RunTool {
  const needs = { env: childEnvironment(env, { path: pathOf(env) }), folder, signal };
  return async (path, args) => {
    const bounds = { limitMs: TOOL_LIMIT_MS, maxBytes: TOOL_MAX_BYTES };
    const result = await runProgram({ path, args, ...needs, ...bounds }, clock);
    return result.kind === 'exited' && result.code !== undefined
      ? { code: result.code, stdout: result.stdout }
      : undefined;
  };
}
