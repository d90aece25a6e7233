import { SETTING_KEYS } from '../../../core/settings.ts';
import type { Command } from '../command.ts';
import { FOLDER_OPTION } from '../target-options.ts';

/** `pilot-light config` */
export const config: Command = {
  name: 'config',
  summary: 'Reads, checks and changes the settings that the app uses too',
  details: [
    'get prints one setting, or all, as JSON. set writes one, after it was checked; an app that runs takes it over at once. unset ' +
      'sets one back to its default. validate names what is wrong, with its line, and ends with 1 if a key takes its default for it, ' +
      'with 2 if the whole file does. path prints where the file is.',
    'A value is JSON; what is no JSON is taken for a text.',
    `The keys: ${SETTING_KEYS.join(', ')}.`,
  ],
  operands: {
    usage: 'get|set|unset|validate|path [KEY] [VALUE]',
    least: 1,
    most: 3,
    first: ['get', 'set', 'unset', 'validate', 'path'],
  },
  options: { ...FOLDER_OPTION },
  examples: [
    { line: 'pilot-light config get interval', says: 'One setting.' },
    { line: 'pilot-light config set interval 10', says: 'Asks every ten seconds.' },
    {
      line: `pilot-light config set targets '[{"name": "My proxy", "url": "http://127.0.0.1:8000"}]'`,
      says: 'Watches one proxy.',
    },
    { line: 'pilot-light config validate', says: 'Whether the file is as it should be.' },
  ],
  run: async (given, session) => (await import('../run-config.ts')).runConfig(given, session),
};
