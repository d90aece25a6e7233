import type { Option } from './command.ts';

/** Where the settings are: for every command that reads them. */
export const FOLDER_OPTION = {
  folder: { value: 'FOLDER', summary: 'The data folder of the app, where its settings are' },
} satisfies Readonly<Record<string, Option>>;

/** Which proxies: for every command that asks them. */
export const TARGET_OPTIONS = {
  url: { value: 'URL', summary: 'Ask this one proxy, whatever the settings say' },
  ...FOLDER_OPTION,
} satisfies Readonly<Record<string, Option>>;
