#!/usr/bin/env node
'use strict';

// The program `pilot-light`. In a fresh clone it is made first; what that has to tell goes beside the output.
// CommonJS, like the program: Node's other loader takes longer to come up than the program takes to look at a proxy.
const { existsSync, statSync } = require('node:fs');
const path = require('node:path');
const { isatty } = require('node:tty');

const ROOT = path.join(__dirname, '..');
const PROGRAM = path.join(ROOT, 'out', 'cli', 'pilot-light.cjs');

// The second is there once all of the first is.
if (![PROGRAM, path.join(ROOT, 'out', '.built', 'cli')].every(existsSync)) {
  const { spawnSync } = require('node:child_process');
  const { status } = spawnSync(process.execPath, [path.join(__dirname, 'command-line.mjs')], {
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) process.exit(status ?? 1);
} else if (isatty(2) && changedAt('.git/logs/HEAD') > changedAt('out/.built/cli')) {
  console.error('pilot-light: this clone has changed since the program was made; "npm run build" makes it anew.');
}
require(PROGRAM);

/**
 * When a file of the project changed, in epoch milliseconds; never, where there is none.
 * @param {string} file
 */
function changedAt(file) {
  try {
    return statSync(path.join(ROOT, file)).mtimeMs;
  } catch {
    // No clone with a history of its own, or not made by our build.
    return 0;
  }
}
