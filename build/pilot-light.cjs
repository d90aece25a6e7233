#!/usr/bin/env node
'use strict';

// The program `pilot-light`. In a fresh clone it is made first; what that has to tell goes beside the output.
// CommonJS, like the program: Node's other loader takes longer to come up than the program takes to look at a proxy.
const { existsSync } = require('node:fs');
const path = require('node:path');

const PROGRAM = path.join(__dirname, '..', 'out', 'cli', 'pilot-light.cjs');

if (!existsSync(PROGRAM)) {
  const { spawnSync } = require('node:child_process');
  const { status } = spawnSync(process.execPath, [path.join(__dirname, 'command-line.mjs')], {
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) process.exit(status ?? 1);
}
require(PROGRAM);
