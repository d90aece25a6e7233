#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// The program `pilot-light`. In a fresh clone it is made first; what that has to tell goes beside the output.
const PROGRAM = new URL('../out/cli/pilot-light.js', import.meta.url);

if (!existsSync(PROGRAM)) {
  const script = fileURLToPath(new URL('command-line.mjs', import.meta.url));
  const { status } = spawnSync(process.execPath, [script], { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}
await import(PROGRAM.href);
