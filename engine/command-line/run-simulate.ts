import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { EXIT } from './exit-codes.ts';
import type { Given } from './given.ts';
import type { Session } from './session.ts';

// It is made together with this program, beside it.
const SIMULATOR = fileURLToPath(new URL('../simulator/simulator.js', import.meta.url));

// With a home of its own it is not taken for a proxy that uses this user's login, which it claims to have.
const NOBODY = { HOME: '/nonexistent', USERPROFILE: 'C:\\nonexistent' };

/** Plays a proxy in a process of its own, which ends with this one, however that ends. */
export async function runSimulate(given: Given, { env, atEnd }: Session): Promise<number> {
  const child = spawn(process.execPath, [SIMULATOR, ...argumentsOf(given)], {
    env: { ...env, ...NOBODY },
    // The channel closes when we are gone: that is how it notices.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  atEnd(() => void child.kill());
  const [code]: unknown[] = await once(child, 'exit');
  return typeof code === 'number' ? code : EXIT.unavailable;
}

function argumentsOf(given: Given): readonly string[] {
  if (given.operands[0] === 'list') return ['--help'];
  const named = ['port', 'host', 'uptime'].flatMap((name) => {
    const value = given.value(name);
    return value === undefined ? [] : [`--${name}=${value}`];
  });
  const set = given.values('set').map((pair) => `--set=${pair}`);
  return [...named, ...set, ...(given.has('control') ? ['--control'] : []), '--', ...given.operands];
}
