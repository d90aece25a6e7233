import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DRILL } from './desktop-tests.mjs';
import { passThrough } from './gates.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { OUT, ROOT } from './setup/paths.mjs';
import { runScript } from './setup/run.mjs';

const PLAYED = join(OUT, 'drill');
const TABLE = join(PLAYED, 'table.txt');

// npm run drill [-- --write]: plays every fault through the real app, and shows what the app made of it. `--write` keeps
// that in docs/drill.md, if all of it was right.
await runScript(async () => {
  await installDependencies();
  await rm(PLAYED, { recursive: true, force: true });
  const code = await passThrough([DRILL]);
  if (existsSync(TABLE)) console.log(`\n${readFileSync(TABLE, 'utf8')}`);
  if (code === 0 && process.argv.includes('--write'))
    copyFileSync(join(PLAYED, 'drill.md'), join(ROOT, 'docs', 'drill.md'));
  return code;
});
