import type { Platform } from '../core/platform.ts';

/** The operating system we run on, by the name that our texts use. Other Unixes are spoken to as Linux is. */
export function currentPlatform(): Platform {
  if (process.platform === 'darwin') return 'mac';
  return process.platform === 'win32' ? 'windows' : 'linux';
}
