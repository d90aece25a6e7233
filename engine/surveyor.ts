import { setMaxListeners } from 'node:events';
import { portOf } from '../core/target-url.ts';
import type { PortOwner } from '../core/sight/local-sight.ts';
import { createLocalSight, type LocalLook, type LocalSight, type LocalSightOptions } from './cli/local-sight.ts';
import { ownView, portOwner } from './ports/port-owner.ts';
import type { RunTool } from './ports/run-tool.ts';
import { sharesLogin } from './ports/shares-login.ts';
import { childEnvironment, pathOf, variable } from './processes/child-environment.ts';
import { runProgram } from './processes/run-program.ts';
import type { Surveyor } from './surroundings.ts';

/** Whose computer is looked at. */
export interface SurveyorOptions extends LocalSightOptions {
  /** Where the user says that the CLI is; asked each time, as it may change. */
  readonly cliPath?: () => string | undefined;
}

/** What the faces need to know of this computer, until it is stopped. */
export interface StartedSurveyor extends Surveyor {
  /** A look with the true path of the CLI, which is nobody's business but that of who starts it. */
  lookCloser(): Promise<LocalLook>;
  readonly shellPath: LocalSight['shellPath'];
  stop(): void;
}

const TOOL_LIMIT_MS = 2_000;
const TOOL_MAX_BYTES = 1_048_576;

/** Looks at this computer by its own means: files, the process table, and tools of the system where there is no other way. */
export function startSurveyor(options: SurveyorOptions): StartedSurveyor {
  const { env, platform, clock, cliPath } = options;
  const stopping = new AbortController();
  // With many targets, many look-ups wait for the end of all.
  setMaxListeners(0, stopping.signal);
  const local = createLocalSight(options);
  const systemRoot = variable(env, 'SystemRoot');
  const run = toolRunner(options, stopping.signal);
  const tools = { clock, run, view: ownView(), ...(systemRoot !== undefined && { systemRoot }) };
  const lookCloser = (): Promise<LocalLook> => local.look(cliPath?.());
  return {
    lookCloser,
    look: async () => {
      const { cli, signIn } = await lookCloser();
      return { cli, signIn };
    },
    portOwner: async (url) => {
      const address = new URL(url);
      const question = { host: address.hostname, port: portOf(address), platform, signal: stopping.signal };
      return withLogin(await portOwner(question, tools), options);
    },
    shellPath: () => local.shellPath(),
    stop: () => {
      stopping.abort();
      local.stop();
    },
  };
}

async function withLogin(owner: PortOwner, { env, platform }: SurveyorOptions): Promise<PortOwner> {
  if (owner.kind !== 'known' || platform !== 'linux') return owner;
  const shared = await sharesLogin(owner.pid, '/proc', env);
  return shared === undefined ? owner : { ...owner, sharesLogin: shared };
}

function toolRunner({ env, folder, clock }: SurveyorOptions, signal: AbortSignal): RunTool {
  const needs = { env: childEnvironment(env, { path: pathOf(env) }), folder, signal };
  return async (path, args) => {
    const bounds = { limitMs: TOOL_LIMIT_MS, maxBytes: TOOL_MAX_BYTES };
    const result = await runProgram({ path, args, ...needs, ...bounds }, clock);
    return result.kind === 'exited' && result.code !== undefined
      ? { code: result.code, stdout: result.stdout }
      : undefined;
  };
}
