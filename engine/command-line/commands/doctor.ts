import { CHECK_IDS } from '../../../core/diagnosis/check.ts';
import type { Command } from '../command.ts';
import { TARGET_OPTIONS } from '../target-options.ts';

/** `pilot-light doctor` */
export const doctor: Command = {
  name: 'doctor',
  summary: 'Checks proxy, Claude CLI, login and computer, and says what is wrong and what to do',
  details: [
    'Each check is told as soon as it has ended, the root cause with its remedy at the end: at most 15 seconds. The Claude CLI is ' +
      'asked its version and whether it is signed in, and nothing else.',
    'Ends with 0 where no problem was found, else with the code of the worst: 1 degraded, 2 down, 3 not known.',
  ],
  options: {
    ...TARGET_OPTIONS,
    json: { summary: 'One line of JSON for each check as it ends, and one for all at the end' },
    only: { value: 'CHECK', choices: CHECK_IDS, summary: 'Only this check' },
  },
  examples: [
    { line: 'pilot-light doctor --only proxy-answers', says: 'One check.' },
    {
      line: 'pilot-light doctor --json --url http://127.0.0.1:8000 --only reported-health | tail -n 1',
      says: 'What was found about one proxy, for a script.',
    },
  ],
  run: async (given, session) => (await import('../run-doctor.ts')).runDoctor(given, session),
};
