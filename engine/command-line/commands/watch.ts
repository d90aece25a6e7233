import type { Command } from '../command.ts';
import { TARGET_OPTIONS } from '../target-options.ts';

/** `pilot-light watch` */
export const watch: Command = {
  name: 'watch',
  summary: 'Watches the proxy until Ctrl-C',
  details: [
    'On a terminal it shows how things are, and changes only what has changed. In a pipe or a file it writes a line whenever a ' +
      'light, or what is said about it, changes. Changes of the settings hold at once.',
  ],
  options: {
    ...TARGET_OPTIONS,
    json: { summary: 'One line of JSON for each change, like status, with the time "at" which it was seen' },
    notify: { summary: 'Tells failures and their ends by notify-send as well, as the settings want it' },
  },
  examples: [
    { line: 'pilot-light watch', says: 'A live view.', endless: true },
    { line: 'pilot-light watch --json | head -n 1', says: 'How it is now, for a program that reads along.' },
  ],
  run: async (given, session) => (await import('../run-watch.ts')).runWatch(given, session),
};
