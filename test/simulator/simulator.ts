import type { IncomingMessage, ServerResponse } from 'node:http';
import { startControl, type Control } from './control.ts';
import { openListener, originOf } from './listener.ts';
import type { Options } from './options.ts';
import type { ScenarioName } from './scenarios.ts';
import { Stage } from './stage.ts';

const PRESENCE_CHECK_MS = 20;
const DEFAULT_KEEP_ALIVE_SECONDS = 5; // As uvicorn, behind which most of these proxies run.

export interface SimulatorStart {
  readonly scenario: ScenarioName;
  readonly options?: Options;
  /** 0 or absent: a free port. */
  readonly port?: number;
  readonly host?: string;
  /** True: can be switched over HTTP too, on a loopback port of its own. */
  readonly control?: boolean;
  /** Called when the scenario ends the process; here it only falls silent. */
  readonly onExit?: () => void;
}

/** A running simulator: a real HTTP server that plays a Claude proxy. */
export interface Simulator {
  readonly url: string;
  readonly port: number;
  readonly control?: string;
  readonly scenario: () => ScenarioName;
  /** Plays something else on the same port; done when the port is in its new state. */
  switchTo(scenario: ScenarioName, options?: Options): Promise<void>;
  /** Gone at once, connections and all, like a killed process. */
  close(): Promise<void>;
}

/** Starts a simulator. Rejects when the port cannot be had. */
export async function startSimulator(start: SimulatorStart): Promise<Simulator> {
  const { host = '127.0.0.1', options = {} } = start;
  const stage = new Stage(start.scenario, options, () => performance.now());
  const listener = await openListener(host, start.port ?? 0, (request, response) => {
    answer(stage, { host, port: listener.port }, request, response);
  });

  let wasAway = false;
  async function settle(): Promise<void> {
    listener.keepIdle((stage.options.keepAlive ?? DEFAULT_KEEP_ALIVE_SECONDS) * 1_000);
    const presence = stage.presence();
    if (presence !== 'there') listener.down();
    else if (wasAway && stage.scenario.fresh === true) stage.beBorn();
    const exits = presence === 'exit' && !wasAway;
    wasAway = presence !== 'there';
    if (exits) start.onExit?.();
    if (presence === 'there') await listener.up();
  }
  const timer = setInterval(() => {
    settle().catch((error: unknown) => {
      clearInterval(timer);
      console.error(`simulator: cannot come back: ${String(error)}`);
    });
  }, PRESENCE_CHECK_MS);
  const switchTo = async (name: ScenarioName, laid: Options = {}): Promise<void> => {
    stage.switchTo(name, laid);
    await settle();
  };
  await settle();

  const control: Control | undefined = start.control === true ? await startControl(stage, switchTo) : undefined;
  return {
    url: originOf(host, listener.port),
    port: listener.port,
    ...(control !== undefined && { control: control.url }),
    scenario: () => stage.name,
    switchTo,
    close: async () => {
      clearInterval(timer);
      listener.down();
      await control?.close();
    },
  };
}

type Where = { readonly host: string; readonly port: number };

function answer(stage: Stage, where: Where, request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'GET') {
    response.writeHead(405, { allow: 'GET' }).end();
    return;
  }
  const path = new URL(request.url ?? '/', 'http://simulator.invalid').pathname;
  const reply = stage.reply(path, { ...where, now: Date.now() });
  if (reply.kind === 'silence') return;
  if (stage.options.keepAlive === 0) response.shouldKeepAlive = false;
  const send = (): void => {
    const { status, type, body, server } = reply;
    response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body), server });
    response.end(body);
  };
  if (stage.delayMs === 0) send();
  else setTimeout(send, stage.delayMs);
}
