'use strict';

// An older Node would stumble over what it does not know, without a word that helps.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

// Beside it in a package, and not yet made where this is checked.
const PROGRAM = './out/cli/pilot-light.cjs';
// EX_UNAVAILABLE of sysexits.h, as for all that could not be done.
const EXIT_UNAVAILABLE = 69;

if (major > 20 || (major === 20 && minor >= 19)) {
  require(PROGRAM);
} else {
  console.error(`pilot-light needs Node 20.19 or newer (https://nodejs.org); this is ${process.versions.node}.`);
  process.exit(EXIT_UNAVAILABLE);
}
