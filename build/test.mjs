import { END_TO_END_TESTS } from './desktop-tests.mjs';
import { FAST_GATES, passThrough } from './gates.mjs';
import { PROMETHEUS_TESTS } from './prometheus-tests.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { runScript } from './setup/run.mjs';

// npm test: everything, on a machine with nothing but Node and npm, and root on Debian or the system packages.
await runScript(async () => {
  await installDependencies();
  return passThrough([...FAST_GATES, PROMETHEUS_TESTS, END_TO_END_TESTS]);
});
