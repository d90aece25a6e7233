import type { Command } from '../command.ts';
import { TARGET_OPTIONS } from '../target-options.ts';

/** `pilot-light wait` */
export const wait: Command = {
  name: 'wait',
  summary: 'Waits until the proxy is healthy, or is what else is waited for',
  details: [
    'Ends with 0 as soon as it is so and sure: with several proxies, as soon as all are healthy, or the worst of them is what is ' +
      'waited for. When the time is up it ends with the code of the light (1, 2, 3), or with 69 where that would be 0.',
    'As a gate before other programs, and as a health check of a container. It judges as "pilot-light status" does.',
  ],
  options: {
    for: {
      value: 'LIGHT',
      choices: ['healthy', 'degraded', 'down'],
      summary: 'What is waited for, by default healthy',
    },
    timeout: { value: 'SECONDS', summary: 'How long, by default 60' },
    ...TARGET_OPTIONS,
    json: { summary: 'Prints how it ended as one line of JSON, like status' },
  },
  examples: [
    { line: 'pilot-light wait --for healthy --timeout 60', says: 'Goes on once the proxy works.' },
    {
      line: 'pilot-light wait --timeout 2 --url http://127.0.0.1:8000',
      says: 'A health check that takes at most two seconds.',
    },
  ],
  run: async (given, session) => (await import('../run-wait.ts')).runWait(given, session),
};
