import { parseArgs } from 'node:util';
import { OPTION_NAMES, readOptions } from './options.ts';
import { isScenarioName, SCENARIOS } from './scenarios.ts';
import type { SimulatorStart } from './simulator.ts';

/** What the command line asks for, or the sentence that says why it cannot be done. */
export type Command =
  | { readonly kind: 'start'; readonly start: SimulatorStart }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly why: string };

const FLAGS = {
  port: { type: 'string', default: '8000' },
  host: { type: 'string', default: '127.0.0.1' },
  control: { type: 'boolean', default: false },
  uptime: { type: 'string' },
  set: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Reads the arguments after the program's name. */
export function readCommand(argv: readonly string[]): Command {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options: FLAGS, allowPositionals: true });
    return values.help ? { kind: 'help' } : read(values, positionals);
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

interface Values {
  readonly port: string;
  readonly host: string;
  readonly control: boolean;
  readonly uptime?: string | undefined;
  readonly set?: readonly string[] | undefined;
}

function read(values: Values, [scenario = 'healthy', ...more]: readonly string[]): Command {
  if (more.length > 0) return wrong(`one scenario at a time, not also ${more.join(' ')}`);
  if (!isScenarioName(scenario)) return wrong(`there is no scenario "${scenario}"`);
  const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN;
  if (!(port <= 65_535)) return wrong('--port takes a number from 0 (any free port) to 65535');
  const pairs = (values.set ?? []).map((pair) => [before(pair), pair.slice(before(pair).length + 1)] as const);
  const options = readOptions({
    ...(values.uptime !== undefined && { uptime: values.uptime }),
    ...Object.fromEntries(pairs),
  });
  if (typeof options === 'string') return wrong(options);
  return { kind: 'start', start: { scenario, options, port, host: values.host, control: values.control } };
}

function before(pair: string): string {
  return pair.split('=', 1)[0] ?? '';
}

function wrong(why: string): Command {
  return { kind: 'wrong', why };
}

/** What the command can do, with every scenario and option. */
export function usage(): string {
  const names = Object.entries(SCENARIOS).map(([name, { summary }]) => `  ${name.padEnd(16)} ${summary}`);
  return [
    'Plays a Claude proxy on a real port.',
    '',
    'npm run simulate -- [scenario] [--port 8000] [--host 127.0.0.1] [--control] [--uptime "2h 15m 30s"] [--set key=value]...',
    '',
    'Scenarios (healthy if none is named):',
    ...names,
    '',
    `Keys for --set: ${OPTION_NAMES.join(', ')}`,
    '',
    'With --control it can be switched while it runs, on a second loopback port (printed when it listens):',
    `  curl -X POST CONTROL/scenario -d '{"scenario": "slow", "delay": 700}'`,
    '',
  ].join('\n');
}
