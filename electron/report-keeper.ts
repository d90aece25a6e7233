import type { ReportFormat } from '../core/contract.ts';
import type { Written } from '../engine/files/private-file.ts';

/** The report: written to be looked at, and only then copied or saved, exactly as it was seen. */
export interface ReportKeeper {
  write(format: ReportFormat): Promise<string>;
  /** False while none has been written. */
  copy(): Promise<boolean>;
  /** Asks the user where; false when none has been written, the user thought better of it, or it could not be saved. */
  save(): Promise<boolean>;
}

export interface ReportTools {
  readonly write: (format: ReportFormat) => Promise<string>;
  readonly copy: (text: string) => Promise<void>;
  /** The path that the user chose; nothing if they did not. */
  readonly askWhere: (proposal: string) => Promise<string | undefined>;
  readonly save: (path: string, text: string) => Promise<Written>;
}

const ENDINGS: Readonly<Record<ReportFormat, string>> = { markdown: 'md', json: 'json' };

export function keepReport({ write, copy, askWhere, save }: ReportTools): ReportKeeper {
  let kept: { readonly text: string; readonly format: ReportFormat } | undefined;
  return {
    write: async (format) => {
      const text = await write(format);
      kept = { text, format };
      return text;
    },
    copy: async () => {
      if (kept === undefined) return false;
      await copy(kept.text);
      return true;
    },
    save: async () => {
      if (kept === undefined) return false;
      const { text, format } = kept;
      const path = await askWhere(`pilot-light-report.${ENDINGS[format]}`);
      return path !== undefined && (await save(path, text)).ok;
    },
  };
}
