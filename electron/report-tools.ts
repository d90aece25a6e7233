import { clipboard, dialog } from 'electron';
import { writeForUser } from '../engine/files/shared-file.ts';
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
  save: writeForUser,
};
