import type { Command } from '../command.ts';

/** `pilot-light simulate` */
export const simulate: Command = {
  name: 'simulate',
  summary: 'Plays a Claude proxy with any fault, to try things with',
  details: [
    'Prints its address as JSON once it listens, and plays until Ctrl-C. "pilot-light simulate list" tells the scenarios, and what ' +
      '--set can change.',
  ],
  operands: { usage: '[SCENARIO]', least: 0, most: 1 },
  options: {
    port: { value: 'PORT', summary: 'Where it listens, by default 8000; 0 is any free port' },
    host: { value: 'HOST', summary: 'On which address, by default 127.0.0.1' },
    uptime: { value: 'TIME', summary: 'How long it claims to run already, such as "2h 15m 30s"' },
    set: { value: 'KEY=VALUE', many: true, summary: 'Changes what it answers; may be given more than once' },
    control: { summary: 'Can be switched over HTTP, on a second port' },
  },
  examples: [
    { line: 'pilot-light simulate signed-out --port 0', says: 'The login ran out.', endless: true },
    { line: 'pilot-light simulate list', says: 'What can be played.' },
  ],
  run: async (given, session) => (await import('../run-simulate.ts')).runSimulate(given, session),
};
