import { passThrough, vitest } from './gates.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { runScript } from './setup/run.mjs';

const LIMIT_MS = 15 * 60_000;

// npm run test:cli: three versions of the Claude CLI from the npm registry, each with a throw-away home, asked by our own
// code. What leaves the computer is watched where there are `strace` and `unshare`.
await runScript(async () => {
  await installDependencies();
  const files = ['test/real/claude-cli.test.ts'];
  return passThrough([{ name: 'tests with the real CLI', run: () => vitest(['real'], { files, limitMs: LIMIT_MS }) }]);
});
