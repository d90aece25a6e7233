import type { Command } from '../command.ts';

/** `pilot-light man` */
export const man: Command = {
  name: 'man',
  summary: 'Prints the manual page',
  details: [],
  options: {},
  examples: [{ line: 'pilot-light man > pilot-light.1', says: 'Into a file, which man reads: man ./pilot-light.1' }],
  run: async (_given, { terminal, version }, commands) => {
    const { manual } = await import('../manual.ts');
    for (const line of manual(commands, version)) terminal.print(line);
    return 0;
  },
};
