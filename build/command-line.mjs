import { installDependencies } from './setup/dependencies.mjs';
import { runScript } from './setup/run.mjs';

// Makes the program for terminals, with all that it needs, in a fresh clone too.
await runScript(async () => {
  await installDependencies();
  const { bundle } = await import('./bundle.mjs');
  await bundle(['command-line', 'simulator']);
  return 0;
});
