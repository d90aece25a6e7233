import { vitest } from './gates.mjs';
import { say, Trouble } from './setup/say.mjs';
import { pathWithPrograms } from './setup/unpacked-packages.mjs';

/**
 * The gate that holds what we say of metrics, and what we export, against the real Prometheus, its tools and its company.
 * Where these cannot be had, its tests are skipped, and it is said why.
 * @type {import('./gates.mjs').Gate}
 */
export const PROMETHEUS_TESTS = {
  name: 'tests with the real Prometheus',
  run: async () => vitest(['prometheus'], { env: { ...process.env, PATH: await programs() } }),
};

async function programs() {
  try {
    return await pathWithPrograms();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    say(`The tests with the real Prometheus are skipped. ${error.message}`);
    return process.env['PATH'];
  }
}
