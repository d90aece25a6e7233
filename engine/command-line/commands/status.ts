import type { Command } from '../command.ts';
import { STATUS_FORMATS } from '../status-format.ts';
import { TARGET_OPTIONS } from '../target-options.ts';

/** `pilot-light status` */
export const status: Command = {
  name: 'status',
  summary: 'Tells how the proxy is, once it is sure, and ends with the code of its light',
  details: [
    'A good answer is asked for twice at once. A fault is looked at again within about a second before it is told, so that a ' +
      'proxy that is just being restarted is not called dead; one that says nothing at all is given about twelve seconds.',
    'It says what the app says: what this computer shows of the CLI, the login and the holder of the port is held against the ' +
      'word of a proxy on this computer.',
  ],
  options: {
    ...TARGET_OPTIONS,
    json: { summary: 'One line of JSON: names and numbers, in no language' },
    format: {
      value: 'FORMAT',
      choices: STATUS_FORMATS,
      summary: 'For a bar, always with exit code 0, or as a plugin of Nagios and Icinga',
    },
  },
  examples: [
    { line: 'pilot-light status', says: 'The proxies of the settings, or http://localhost:8000.' },
    { line: 'pilot-light status --json --url http://127.0.0.1:8000', says: 'One proxy, for a script.' },
    { line: 'pilot-light status --format nagios', says: 'A line with performance data; the exit codes are the same.' },
  ],
  run: async (given, session) => (await import('../run-status.ts')).runStatus(given, session),
};
