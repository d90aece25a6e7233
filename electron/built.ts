import { app } from 'electron';
import { join } from 'node:path';

/** A folder or file that the build made. */
export function built(...names: readonly string[]): string {
  return join(app.getAppPath(), 'out', ...names);
}
