import type { Command } from '../command.ts';
import { PAST_OPTIONS } from '../past-options.ts';

/** `pilot-light history` */
export const history: Command = {
  name: 'history',
  summary: 'Tells how the proxies were: uptime, how much was watched, what answers took, and a bar of what was when',
  details: [
    'It reads what the app has kept, and asks nobody; the app may be running meanwhile. Uptime is a share of the time that ' +
      'was watched, and no more than that: time in which nobody looked is neither up nor down. Each sign of the bar shows ' +
      'the worst that lasted a second within its time.',
    'Where nothing is remembered it says so, and ends with 0 all the same: it tells what was, not how things are.',
  ],
  options: PAST_OPTIONS,
  examples: [
    { line: 'pilot-light history', says: 'The last 24 hours of every proxy.' },
    { line: 'pilot-light history --span month --target http://127.0.0.1:8000', says: 'Thirty days of one proxy.' },
    { line: 'pilot-light history --span year --json', says: 'A year, week by week, for a script.' },
  ],
  run: async (given, session) => (await import('../run-history.ts')).runHistory(given, session),
};
