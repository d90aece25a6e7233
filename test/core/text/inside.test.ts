import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { INSIDE } from '../../../core/text/inside.ts';

const ROOT = new URL('../../../', import.meta.url);

function packageAt(path: string): { readonly license?: string; readonly dependencies?: Record<string, string> } {
  return JSON.parse(readFileSync(new URL(`${path}package.json`, ROOT), 'utf8'));
}

/** What a package is called in the list. */
const KNOWN_AS: Readonly<Record<string, string>> = {
  'react-dom': 'React',
  'lucide-react': 'Lucide',
  '@modelcontextprotocol/sdk': 'MCP SDK',
};

const licenses = new Map(INSIDE.map(({ name, license }) => [name.toLowerCase(), license]));

it.each(Object.keys(packageAt('').dependencies ?? {}))('names %s with its licence', (dependency) => {
  const name = KNOWN_AS[dependency] ?? dependency.replace(/^@[^/]+\//, '');
  expect(licenses.get(name.toLowerCase())).toBe(packageAt(`node_modules/${dependency}/`).license);
});
