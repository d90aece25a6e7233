import { join } from 'node:path';
import { alone } from './setup/alone.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { OUT } from './setup/paths.mjs';
import { runScript } from './setup/run.mjs';

// Makes the program for terminals, with all that it needs, in a fresh clone too.
await runScript(async () => {
  await installDependencies();
  const { bundle } = await import('./bundle.mjs');
  // In a fresh clone two may be started in one breath, and each would take away what the other is about to read.
  await alone(join(OUT, '.making'), () => bundle(['command-line', 'simulator']));
  return 0;
});
