import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../engine/command-line/commands.ts';
import { bashCompletion } from '../../../engine/command-line/completion/bash.ts';
import { fishCompletion } from '../../../engine/command-line/completion/fish.ts';
import { zshCompletion } from '../../../engine/command-line/completion/zsh.ts';
import { commandHelp, overview } from '../../../engine/command-line/help.ts';
import { manual } from '../../../engine/command-line/manual.ts';

const options = COMMANDS.flatMap(({ name, options: all }) => Object.keys(all).map((option) => [name, option] as const));

/** What bash offers for a line that ends with the word that is being typed. */
function offered(line: string): readonly string[] {
  const words = line.split(' ');
  const script = [
    ...bashCompletion(COMMANDS),
    `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')})`,
    `COMP_CWORD=${words.length - 1}`,
    '_pilot_light',
    'printf "%s\\n" "${COMPREPLY[@]}"',
  ].join('\n');
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout.split('\n').filter((word) => word !== '');
}

describe('what is made of the table of commands', () => {
  it('names no command and no option twice, and none as another is', () => {
    expect(new Set(COMMANDS.map(({ name }) => name)).size).toBe(COMMANDS.length);
    for (const [, option] of options) expect(option).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
  });

  it('help fits into 100 columns and names every option', () => {
    const helps = COMMANDS.map((command) => [command, commandHelp(command)] as const);
    for (const line of overview(COMMANDS)) expect(line.length).toBeLessThanOrEqual(120);
    for (const [{ options: all }, help] of helps) {
      for (const name of Object.keys(all)) expect(help.join('\n')).toContain(`--${name}`);
      for (const line of help.filter((each) => !each.startsWith('  pilot-light')))
        expect(line.length).toBeLessThanOrEqual(120);
    }
  });

  it('bash completes commands, options and their values', () => {
    expect(offered('pilot-light sta')).toEqual(['status']);
    expect(offered('pilot-light wait --f')).toEqual(['--for', '--folder']);
    expect(offered('pilot-light wait --for d')).toEqual(['degraded', 'down']);
    expect(offered('pilot-light config v')).toEqual(['validate']);
  });

  it('zsh and fish know every command and option', () => {
    for (const script of [zshCompletion(COMMANDS), fishCompletion(COMMANDS)]) {
      const text = script.join('\n');
      for (const { name } of COMMANDS) expect(text).toContain(name);
      for (const [, option] of options) expect(text).toMatch(new RegExp(`(?:--| -l )${option}\\b`));
    }
  });

  // Where there is no roff, the page is not tried, and the report of the tests says so.
  it.skipIf(!existsSync('/usr/bin/groff'))('the manual page is understood by roff without a complaint', () => {
    const page = manual(COMMANDS, '1.0').join('\n');
    const { stdout, stderr } = spawnSync('groff', ['-man', '-Tutf8', '-ww', '-z'], { input: page, encoding: 'utf8' });
    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: '' });
    for (const { name } of COMMANDS) expect(page).toContain(`pilot\\-light ${name.replaceAll('-', '\\-')}`);
  });
});
