import { readdirSync, readFileSync } from 'node:fs';

/** The processes, of Linux, that were started with this home folder and still run. Our own has another. */
export function leftOver(home: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => environmentOf(pid).includes(`HOME=${home}\0`));
}

function environmentOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1');
  } catch {
    // It ended meanwhile, or is another user's.
    return '';
  }
}
