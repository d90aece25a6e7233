import { FAST_GATES, passThrough } from './gates.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { runScript } from './setup/run.mjs';

// npm run check: what should be well before every commit.
await runScript(async () => {
  await installDependencies();
  return passThrough(FAST_GATES);
});
