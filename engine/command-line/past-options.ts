import { SPANS } from '../../core/history/look-back.ts';
import type { Option } from './command.ts';
import { FOLDER_OPTION } from './target-options.ts';

/** How far back, and of what: for every command that tells of the past. */
export const PAST_OPTIONS = {
  span: { value: 'SPAN', choices: SPANS, summary: 'How far to look back; a day, if nothing is said' },
  target: { value: 'NAME|URL', summary: 'Only this proxy, by its name in the settings or by its address' },
  json: { summary: 'One line of JSON: names and numbers, in no language' },
  ...FOLDER_OPTION,
} satisfies Readonly<Record<string, Option>>;
