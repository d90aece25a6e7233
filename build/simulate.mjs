import { join } from 'node:path';
import { installDependencies } from './setup/dependencies.mjs';
import { NOBODY } from './setup/nobody.mjs';
import { OUT } from './setup/paths.mjs';
import { run, runScript } from './setup/run.mjs';

// npm run simulate -- <scenario> [flags]: a proxy that plays whatever fault is asked for.
await runScript(async () => {
  await installDependencies();
  const { bundle } = await import('./bundle.mjs');
  await bundle(['simulator']);
  return run(process.execPath, [join(OUT, 'simulator', 'simulator.js'), ...process.argv.slice(2)], { env: NOBODY });
});
