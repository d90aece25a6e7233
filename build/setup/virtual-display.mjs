import { firstLine } from './first-line.mjs';
import { launch } from './run.mjs';

/**
 * Whether this computer shows nothing: only Linux can be without a display.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 */
export function isHeadless(platform, env) {
  return platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'];
}

/**
 * Starts an X display in memory, which chooses a free number by itself. It ends with the script, or earlier by `stop`.
 * @param {'ignore' | number} [log] where its messages go
 * @returns {Promise<{ display: string, stop: () => Promise<void> }>}
 */
export async function startVirtualDisplay(log = 'ignore') {
  const args = ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'];
  const server = launch('Xvfb', args, { stdio: ['ignore', log, log, 'pipe'], guarded: true });
  return { display: `:${await firstLine(server, server.child.stdio[3])}`, stop: server.stop };
}
