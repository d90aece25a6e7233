import type { Command } from '../command.ts';
import { TARGET_OPTIONS } from '../target-options.ts';

/** `pilot-light mcp` */
export const mcp: Command = {
  name: 'mcp',
  summary: 'Serves the Model Context Protocol over standard input and output, so that Claude can be asked',
  details: [
    'Three tools, all of which only read: "status", "diagnose" and "explain_last_incident". What the proxy said is told as a ' +
      'quotation, without names, hosts and secrets.',
    'It is started by its client, and ends with it: claude mcp add pilot-light -- pilot-light mcp',
  ],
  options: TARGET_OPTIONS,
  examples: [
    { line: 'pilot-light mcp < /dev/null', says: 'Ends at once, as its client is gone.' },
    { line: 'pilot-light mcp --url http://127.0.0.1:8000 < /dev/null', says: 'The same, for one proxy.' },
  ],
  run: async (given, session) => (await import('../run-mcp.ts')).runMcp(given, session),
};
