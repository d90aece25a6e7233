import { holdDesktop } from './desktop/desktop.ts';
import { tellValues } from './isolated.ts';
import { MEASUREMENTS } from './measurements.ts';
import { runBench } from './run.ts';
import { startBabbling } from './servers/babbling.ts';
import { startIdleClosing } from './servers/idle-closing.ts';

const USAGE_ERROR = 64;

const SERVERS: Readonly<Record<string, (argument: number) => Promise<{ readonly url: string }>>> = {
  'idle-closing': startIdleClosing,
  babbling: startBabbling,
};

// The same bundle plays all parts: the bench, the process of one measurement, and the servers that these watch.
const [part, name = '', argument] = process.argv.slice(2);
if (part === 'serve') await serve();
else if (part === 'measure') await measure();
else if (part === 'hold-desktop') await holdDesktop();
else process.exitCode = await bench(process.argv.slice(2));

async function serve(): Promise<void> {
  const server = await SERVERS[name]?.(Number(argument));
  console.log(JSON.stringify({ url: server?.url }));
}

async function measure(): Promise<void> {
  const measurement = MEASUREMENTS.find((each) => each.name === name);
  if (measurement !== undefined) await tellValues(measurement);
}

/** Runs all measurements, or those that are named. */
function bench(names: readonly string[]): number | Promise<number> {
  if (names.length === 0) return runBench(MEASUREMENTS);
  const chosen = MEASUREMENTS.filter((each) => names.includes(each.name));
  if (chosen.length === names.length) return runBench(chosen);
  console.error(`Measurements are: ${MEASUREMENTS.map((each) => each.name).join(', ')}`);
  return USAGE_ERROR;
}
