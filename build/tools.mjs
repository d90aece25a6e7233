import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup/paths.mjs';

/**
 * How to start a tool that is installed in node_modules, on every platform alike: its script, with the Node that runs us.
 * @param {string} name of the package
 * @param {string} program which of its programs
 * @returns {[command: string, script: string]}
 */
export function tool(name, program = name) {
  const folder = join(ROOT, 'node_modules', name);
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const script = typeof bin === 'string' ? bin : bin[program];
  if (script === undefined) throw new Error(`the package ${name} has no program ${program}`);
  return [process.execPath, join(folder, script)];
}
