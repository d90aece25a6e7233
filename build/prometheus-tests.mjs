import { vitest } from './gates.mjs';
import { say, Trouble } from './setup/say.mjs';
import { ensureSystemPackages } from './setup/system-packages.mjs';

/**
 * The gate that holds what we say of metrics against the real Prometheus and its promtool. Where these cannot be had, its
 * tests are skipped, and it is said why.
 * @type {import('./gates.mjs').Gate}
 */
export const PROMETHEUS_TESTS = {
  name: 'tests with the real Prometheus',
  run: async () => {
    await install();
    return vitest(['prometheus']);
  },
};

async function install() {
  try {
    await ensureSystemPackages(['prometheus']);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    say(`The tests with the real Prometheus are skipped. ${error.message}`);
  }
}
