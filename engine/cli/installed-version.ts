import { dirname, join } from 'node:path';
import { isVersion, versionInPath } from '../../core/sight/program-version.ts';
import { readSmallFile } from './read-small-file.ts';

const MAX_BYTES = 256 * 1_024;

/**
 * The version of an installed CLI without starting it: from its path, or from the package file of npm beside it or one
 * folder up. Absent when neither tells.
 */
export async function installedVersion(realPath: string): Promise<string | undefined> {
  const beside = dirname(realPath);
  return versionInPath(realPath) ?? (await versionInPackage(beside)) ?? (await versionInPackage(dirname(beside)));
}

async function versionInPackage(folder: string): Promise<string | undefined> {
  const file = await readSmallFile(join(folder, 'package.json'), MAX_BYTES);
  if (file.kind !== 'text') return undefined;
  const { name, version } = fieldsOf(file.text);
  // Any program may have some package file above it; only the CLI's own tells its version.
  if (typeof name !== 'string' || !name.startsWith('@anthropic-ai/claude-code')) return undefined;
  return typeof version === 'string' && isVersion(version) ? version : undefined;
}

function fieldsOf(text: string): { readonly name?: unknown; readonly version?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    // A broken package file tells nothing.
    return {};
  }
}
