import { errorCode } from './error-code.ts';

/** Whether there is a process with this id, whoever it belongs to. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process lives, too.
    return errorCode(error) === 'EPERM';
  }
}
