import { readWorked, type Worked } from '../core/advice/worked.ts';
import { readFileNow } from './files/read-file-now.ts';
import { writePrivately, type Written } from './files/private-file.ts';

const MAX_BYTES = 64 * 1_024;

/** What helped in earlier lives of the app: nothing where the file is missing, damaged, or not ours to read. Never throws. */
export function loadWorked(path: string): Worked {
  try {
    return readWorked(JSON.parse(readFileNow(path, MAX_BYTES)));
  } catch {
    // It is a memory, no setting: what cannot be read is forgotten.
    return {};
  }
}

/** Remembers it for the next: one after the other, so that the last one stands. */
export function workedKeeper(path: string): (worked: Worked) => Promise<Written> {
  let turn: Promise<unknown> = Promise.resolve();
  return (worked) => {
    const mine = turn.then(() => writePrivately(path, `${JSON.stringify(worked, null, 2)}\n`));
    turn = mine;
    return mine;
  };
}
