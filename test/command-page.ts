import type { Command } from '../engine/command-line/command.ts';
import { EXIT_CODES, optionUsage, told, usageOf } from '../engine/command-line/help.ts';

/** `docs/command-line.md`: what the commands tell of themselves. */
export function commandPage(commands: readonly Command[]): string {
  const lines = [
    '# The command line',
    '',
    '_Written by `npx vitest run --project unit test/documents.test.ts -u`, out of what the commands say of',
    'themselves; not by hand._',
    '',
    '`pilot-light` needs Node and no desktop. In a clone, this makes it a command of the shell:',
    '',
    '```sh',
    'alias pilot-light="node $PWD/build/pilot-light.cjs"',
    '```',
    '',
    'Without `--url` it asks the proxies of [the settings](settings.md). It says what the app says: the word of a proxy on this computer',
    'is held against what can be seen here. The Claude CLI is started for a diagnosis only.',
    '',
    ...EXIT_CODES,
    'Colours are for terminals only; `NO_COLOR=1` switches them off.',
    '',
    ...commands.map(({ name, summary }) => `- [\`${name}\`](#pilot-light-${name}): ${summary}`),
    ...commands.flatMap(section),
    '',
  ];
  return lines.join('\n');
}

function section(command: Command): readonly string[] {
  const { name, summary, details, options, examples } = command;
  const all = Object.entries(options);
  return [
    '',
    `## pilot-light ${name}`,
    '',
    `${summary}.`,
    ...details.flatMap((paragraph) => ['', paragraph]),
    '',
    '```text',
    usageOf(command),
    '```',
    ...(all.length === 0 ? [] : ['']),
    ...all.map(([option, its]) => `- \`${optionUsage(option, its)}\`: ${told(its)}`),
    ...examples.flatMap(({ line, says }) => ['', says, '', '```sh', line, '```']),
  ];
}
