import { homedir, hostname, userInfo } from 'node:os';
import type { PrivateWords } from '../core/report/redact.ts';

/** What is private on this computer, by name: it never leaves it. */
export function privateWords(): PrivateWords {
  return { home: homedir(), user: userName(), hostName: hostname() };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A user without an entry in the system's list, as in some containers.
    return '';
  }
}
