import type { Command } from '../command.ts';

/** `pilot-light completion` */
export const completion: Command = {
  name: 'completion',
  summary: 'Prints what completes commands and options in your shell',
  details: [
    'bash: source <(pilot-light completion bash), in ~/.bashrc. zsh: pilot-light completion zsh, into a file _pilot-light in your ' +
      'fpath. fish: pilot-light completion fish, into ~/.config/fish/completions/pilot-light.fish.',
  ],
  operands: { usage: 'bash|zsh|fish', least: 1, most: 1, first: ['bash', 'zsh', 'fish'] },
  options: {},
  examples: [{ line: 'pilot-light completion bash', says: 'For bash.' }],
  run: async (given, session, commands) =>
    (await import('../run-completion.ts')).runCompletion(given, session, commands),
};
