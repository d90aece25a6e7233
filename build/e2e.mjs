import { END_TO_END_TESTS, REAL_PROXY_TESTS } from './desktop-tests.mjs';
import { passThrough } from './gates.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { runScript } from './setup/run.mjs';

// npm run e2e: the end-to-end tests. `real` instead: a proxy from the npm registry that nobody here wrote.
await runScript(async () => {
  await installDependencies();
  return passThrough([process.argv[2] === 'real' ? REAL_PROXY_TESTS : END_TO_END_TESTS]);
});
