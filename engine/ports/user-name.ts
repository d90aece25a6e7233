import { readStart } from './read-proc.ts';

const MAX_BYTES = 1_024 * 1_024;
// useradd(8) allows these; a line of anything else is none of a user.
const NAME = /^[a-z_][a-z0-9_.-]{0,31}$/i;

/** The name of a user of Unix, from the text of passwd(5); absent where the list does not have it. */
export async function userName(userId: number, list = '/etc/passwd'): Promise<string | undefined> {
  const file = await readStart(list, MAX_BYTES);
  if (!file.ok) return undefined;
  const entry = file.text.split('\n').find((line) => line.split(':')[2] === String(userId));
  const name = entry?.slice(0, entry.indexOf(':'));
  return name !== undefined && NAME.test(name) ? name : undefined;
}
