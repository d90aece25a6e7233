import type { Platform } from '../platform.ts';

/** The systems by the names that they give themselves. */
export const PLATFORM_NAMES: Readonly<Record<Platform, string>> = { linux: 'Linux', mac: 'macOS', windows: 'Windows' };

/** Work of others that is part of the program. */
interface Inside {
  readonly name: string;
  /** Its licence, by its SPDX name. */
  readonly license: string;
}

export const INSIDE: readonly Inside[] = [
  { name: 'Electron', license: 'MIT' },
  { name: 'Chromium', license: 'BSD-3-Clause' },
  { name: 'Node.js', license: 'MIT' },
  { name: 'React', license: 'MIT' },
  { name: 'Lucide', license: 'ISC' },
  { name: 'Valibot', license: 'MIT' },
  { name: 'Zustand', license: 'MIT' },
  { name: 'dbus-next', license: 'MIT' },
  { name: 'get-east-asian-width', license: 'MIT' },
  { name: 'yaml', license: 'ISC' },
  { name: 'MCP SDK', license: 'MIT' },
];
