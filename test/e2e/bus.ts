import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import * as v from 'valibot';

const run = promisify(execFile);
const MAX_REPLY_BYTES = 64 * 1024 * 1024;
const REPLY_LIMIT_MS = 5_000;

/** An object on a bus. */
export interface BusObject {
  readonly name: string;
  readonly path: string;
}

type Member = readonly [iface: string, method: string];

/** A session bus, spoken to by systemd's `busctl`. Arguments are given as it takes them: a signature, then the values. */
export interface SessionBus {
  call(object: BusObject, member: Member, ...args: readonly string[]): Promise<unknown>;
  /** Calls a method and does not wait for its answer. */
  tell(object: BusObject, member: Member, ...args: readonly string[]): Promise<void>;
  property(object: BusObject, iface: string, name: string): Promise<unknown>;
  /** Records every message that the rule matches, from now on. */
  record(rule: string): Promise<BusRecord>;
}

/** What went over a bus since the recording began. */
export interface BusRecord {
  readonly messages: readonly unknown[];
  stop(): Promise<void>;
}

const reply = v.object({ data: v.unknown() });

/** The session bus of this process, or of whom `prefix` makes it (a bus lets in its own user only). */
export function sessionBus(prefix: readonly string[] = []): SessionBus {
  const [program, ...rest] = [...prefix, 'busctl', '--user', '--json=short'];
  const busctl = async (...args: readonly string[]): Promise<string> => {
    const limits = { maxBuffer: MAX_REPLY_BYTES, timeout: REPLY_LIMIT_MS };
    return (await run(program, [...rest, ...args], limits)).stdout;
  };
  return {
    call: async ({ name, path }, member, ...args) => {
      const stdout = await busctl('call', '--', name, path, ...member, ...args);
      return stdout === '' ? undefined : v.parse(reply, JSON.parse(stdout)).data;
    },
    tell: async ({ name, path }, member, ...args) => {
      await busctl('call', '--expect-reply=no', '--', name, path, ...member, ...args);
    },
    property: async ({ name, path }, iface, property) =>
      v.parse(reply, JSON.parse(await busctl('get-property', name, path, iface, property))).data,
    record: (rule) => record(program, [...rest, 'monitor', `--match=${rule}`]),
  };
}

async function record(program: string, args: readonly string[]): Promise<BusRecord> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'exit');
  const messages: unknown[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => messages.push(JSON.parse(line)));
  const monitoring = new Promise<void>((resolve) => {
    createInterface({ input: child.stderr }).on('line', (line) => line.startsWith('Monitoring') && resolve());
  });
  await Promise.race([monitoring, exited.then(() => Promise.reject(new Error('busctl monitor ended')))]);
  return {
    messages,
    stop: async () => {
      child.kill();
      await exited;
    },
  };
}
