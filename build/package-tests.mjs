import { join } from 'node:path';
import { PACKAGE_TESTS } from './desktop-tests.mjs';
import { passThrough } from './gates.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { ROOT } from './setup/paths.mjs';
import { run, runScript } from './setup/run.mjs';
import { Trouble } from './setup/say.mjs';
import { ensureSystemPackages } from './setup/system-packages.mjs';

// npm run test:packages: makes packages, installs them in a clean Debian, and watches for QUIET_SECONDS whom the app talks to.
await runScript(async () => {
  if (process.getuid?.() !== 0)
    throw new Trouble('Only root on a Linux can make a clean Debian to install packages in.');
  await installDependencies();
  await ensureSystemPackages(['package-tests']);
  const code = await run(process.execPath, [join(ROOT, 'build', 'package.mjs'), 'dir', 'tar.gz', 'deb', 'rpm']);
  return code === 0 ? passThrough([PACKAGE_TESTS]) : code;
});
