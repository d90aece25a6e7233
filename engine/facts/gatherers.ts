import type { AppFact, DesktopFact, Gathered, PortFact, SettingsFact, TargetFact } from '../../core/diagnosis/facts.ts';
import type { Platform } from '../../core/platform.ts';
import { isExcepted, webProxies } from '../../core/sight/web-proxy.ts';
import type { PortOwner } from '../../core/sight/local-sight.ts';
import { portOf } from '../../core/target-url.ts';
import type { Claude } from '../cli/claude.ts';
import type { LocalLook } from '../cli/local-sight.ts';
import type { Clock } from '../clock.ts';
import type { Gatherers } from '../diagnosis/gathering.ts';
import type { TargetSource } from '../targets.ts';
import type { Environment } from '../processes/child-environment.ts';
import { readBinary } from './binary.ts';
import { readCliSettings } from './cli-settings.ts';
import { freeSpace } from './disk.ts';
import { connectTo } from './port.ts';

/** By what means facts are had on this computer. */
export interface FactSources {
  readonly env: Environment;
  readonly platform: Platform;
  readonly home: string;
  /** This processor, in Node's words. */
  readonly machine: string;
  readonly clock: Clock;
  readonly claude: Claude;
  readonly look: () => Promise<LocalLook>;
  readonly portOwner: (url: string) => Promise<PortOwner>;
  readonly settings: () => Promise<SettingsFact>;
  /** Epoch milliseconds that are certainly past. */
  readonly notBefore: number;
  /** Absent where there is no desktop. */
  readonly desktop?: () => Promise<DesktopFact>;
  readonly app: () => AppFact;
}

// A health page may itself start the CLI; the watch gives it as long.
const ANSWER_LIMIT_MS = 10_000;
// Each a little longer than the question itself may take, so that a CLI that hangs is told from a check that does.
const RUN_LIMIT_MS = 6_500;
const AUTH_LIMIT_MS = 9_000;
const CLI_LIMIT_MS = 9_000;

/** How every fact about a target is had. Made anew for each run: what one gathers, another may use. */
export function gatherersFor(source: TargetSource, by: FactSources): Gatherers {
  const { target } = source;
  // The true path of the program stays here: the facts have it only for showing.
  let program: string | undefined;
  return {
    target: { gather: async () => known(target) },
    answer: { gather: source.ask, limitMs: ANSWER_LIMIT_MS },
    port: { gather: () => port(source, by) },
    cli: {
      limitMs: CLI_LIMIT_MS,
      gather: () =>
        ifHere(target, async () => {
          const { cli, program: path } = await by.look();
          program = path;
          return known(cli);
        }),
    },
    binary: {
      needs: ['cli'],
      gather: () => withProgram(program, async (path) => known(await readBinary(path, by.machine))),
    },
    run: {
      needs: ['cli'],
      limitMs: RUN_LIMIT_MS,
      gather: (_known, signal) => withProgram(program, async (path) => known(await by.claude.version(path, signal))),
    },
    auth: {
      needs: ['run'],
      limitMs: AUTH_LIMIT_MS,
      gather: async ({ run }, signal) =>
        run?.kind === 'version'
          ? withProgram(program, (path) => by.claude.authStatus(path, signal))
          : { kind: 'missing', because: 'cli-does-not-run' },
    },
    signIn: { limitMs: CLI_LIMIT_MS, gather: () => ifHere(target, async () => known((await by.look()).signIn)) },
    cliSettings: { gather: () => ifHere(target, async () => known(await readCliSettings(by.env, by.home, by.clock))) },
    environment: {
      gather: async () => known({ proxies: webProxies(by.env), excepted: isExcepted(target.host, by.env) }),
    },
    settings: { gather: async () => known(await by.settings()) },
    clock: { gather: async () => known({ now: by.clock.now(), notBefore: by.notBefore }) },
    disk: { gather: () => freeSpace(by.home) },
    desktop: { gather: () => desktop(by) },
    app: { gather: async () => known(by.app()) },
  };
}

function known<Value>(value: Value): Gathered<Value> {
  return { kind: 'known', value };
}

// Of another computer's proxy, what is here tells nothing.
async function ifHere<Value>({ isHere }: TargetFact, gather: () => Promise<Gathered<Value>>): Promise<Gathered<Value>> {
  return isHere ? gather() : { kind: 'missing', because: 'other-computer' };
}

async function withProgram<Value>(
  program: string | undefined,
  gather: (path: string) => Promise<Gathered<Value>>,
): Promise<Gathered<Value>> {
  return program === undefined ? { kind: 'missing', because: 'no-cli' } : gather(program);
}

async function port({ target, portUrl }: TargetSource, by: FactSources): Promise<Gathered<PortFact>> {
  const url = portUrl();
  const number = portOf(new URL(url));
  return ifHere(target, async () => {
    const [v4, v6, owner] = await Promise.all([
      connectTo('127.0.0.1', number, by.clock),
      connectTo('::1', number, by.clock),
      by.portOwner(url),
    ]);
    return known({ v4, v6, owner });
  });
}

async function desktop({ desktop: see }: FactSources): Promise<Gathered<DesktopFact>> {
  return see === undefined ? { kind: 'missing', because: 'not-on-this-system' } : known(await see());
}
