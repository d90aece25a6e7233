/** One file of an export. */
export interface ExportFile {
  /** Its name, without a folder. */
  readonly name: string;
  readonly text: string;
}

/** What every file that we write says near its beginning, so that it is known as ours and may be written again. */
export const OURS = 'Written by Pilot Light';

const LOOKED_AT = 400;

/** Whether the text of a file shows that we wrote it. */
export function isOurs(text: string): boolean {
  return text.slice(0, LOOKED_AT).includes(OURS);
}
