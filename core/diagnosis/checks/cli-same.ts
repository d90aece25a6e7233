import { pass, skip, warn, type Check } from '../check.ts';
import { onlyHere } from '../only-here.ts';
import { ofReport, partOf } from '../reported.ts';
import { isChosenCli, isPath } from '../same-cli.ts';

/** Whether the proxy uses the CLI that is found here first. */
export const cliSame: Check<'target' | 'cli' | 'answer'> = onlyHere({
  id: 'cli-same',
  group: 'cli',
  needs: ['cli', 'answer'],
  judge: ({ cli, answer: { verdict } }) =>
    ofReport(verdict, (report) => {
      const told = partOf(report, 'claude_cli')?.path;
      if (told === undefined || !isPath(told)) return skip('not-told');
      if (cli.chosen === undefined) return skip('no-cli');
      return isChosenCli(told, cli) ? pass({ path: told }) : warn('cli-is-another', { path: cli.chosen.path });
    }),
});
