import { clipboard, dialog } from 'electron';
import { hostname, homedir, userInfo } from 'node:os';
import type { PrivateWords } from '../core/report/redact.ts';
import { writePrivately } from '../engine/files/private-file.ts';
import type { ReportTools } from './report-keeper.ts';

/** Asks for a file that is there; nothing if the user thought better of it. */
export async function askWhich(): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog({ properties: ['openFile'] });
  return canceled ? undefined : filePaths[0];
}

/** The desktop's own means to hand on a report. */
export const reportTools: Omit<ReportTools, 'write'> = {
  copy: (text) => clipboard.writeText(text),
  askWhere: async (proposal) => {
    const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: proposal });
    return canceled || filePath === '' ? undefined : filePath;
  },
  save: writePrivately,
};

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
