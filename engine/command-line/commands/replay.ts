import type { Command } from '../command.ts';

/** `pilot-light replay` */
export const replay: Command = {
  name: 'replay',
  summary: 'Plays the recording of an incident again, by the rules of this version',
  details: [
    'The app keeps what happened around each incident in the folder "recordings" beside its settings, without anything ' +
      'private. A recording that is played again gives the same states and alerts, a line for each; where the rules of ' +
      'this version differ from those of its day, the first difference is told.',
    'Exit codes of this command: 0 the same as recorded, 1 not the same, 65 no recording or a damaged one, 66 a file that ' +
      'cannot be read.',
  ],
  operands: { usage: 'FILE', least: 1, most: 1 },
  options: {},
  examples: [{ line: 'pilot-light replay pilot-light-recording.json', says: 'A recording that somebody sent.' }],
  run: async (given, session) => (await import('../run-replay.ts')).runReplay(given, session),
};
