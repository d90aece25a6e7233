import { firstLine } from './first-line.mjs';
import { launch } from './run.mjs';

/**
 * Starts a D-Bus session bus of its own and gives its address. It ends with the script.
 * @param {{ config?: string, env?: NodeJS.ProcessEnv, log?: 'ignore' | number }} [options] `config`: a file that replaces
 *   the usual configuration; `env`: what the services get that the bus starts by itself
 * @returns {Promise<string>}
 */
export async function startSessionBus({ config, env = process.env, log = 'ignore' } = {}) {
  const kind = config === undefined ? '--session' : `--config-file=${config}`;
  const bus = launch('dbus-daemon', [kind, '--nofork', '--nopidfile', '--print-address=1'], {
    env,
    stdio: ['ignore', 'pipe', log],
    guarded: true,
  });
  return firstLine(bus, bus.child.stdout);
}
