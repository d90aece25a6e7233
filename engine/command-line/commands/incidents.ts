import type { Command } from '../command.ts';
import { PAST_OPTIONS } from '../past-options.ts';

/** `pilot-light incidents` */
export const incidents: Command = {
  name: 'incidents',
  summary: 'Tells what went wrong, the newest first: the root cause, when, for how long, and what helped',
  details: [
    'It reads what the app has kept, with your own notes, and asks nobody; the app may be running meanwhile. At most the ' +
      'newest fifty of each proxy are told.',
    'Ends with 0 whether there were any or not. Where nobody watched it says so: that is not the same as no incident.',
  ],
  options: PAST_OPTIONS,
  examples: [
    { line: 'pilot-light incidents --span week', says: 'Those of the last seven days.' },
    { line: 'pilot-light incidents --span year --json', says: 'Those of a year, for a script.' },
  ],
  run: async (given, session) => (await import('../run-history.ts')).runIncidents(given, session),
};
