import type { FindingId } from '../health/finding.ts';
import type { FindingWords } from './catalogue.ts';

// What stands in the CLI's place, or why the system refused to start it.
const unusable: ReadonlyMap<string, string> = new Map([
  ['not-executable', 'it is no program that may be run'],
  ['folder', 'it is a folder'],
  ['dangling', 'it is a link that leads nowhere'],
  ['unreadable', 'it cannot be looked at: you may not go there'],
  ['EACCES', 'the system does not allow to start it'],
  ['ENOENT', 'it is gone, or what it needs to run is'],
]);

const refused = 'the system does not start it';

// How the question for its version ended.
const broken: ReadonlyMap<string, string> = new Map([
  ['no-version', 'answered something else'],
  ['too-much-output', 'answered without end'],
  ['SIGILL', 'met an instruction that this processor does not have: since 2.1.113 it needs one with AVX'],
]);

/** The words of the findings about the CLI as a program, in English. */
export const englishCliFindings = {
  'cli-not-found': {
    headline: () => 'The Claude CLI is missing',
    title: 'Install the Claude CLI',
    why: ({ path, status, searchedPaths }) => {
      if (path !== undefined) return `Nothing stands at ${path}, where a setting or CLAUDE_CLI_PATH says that it is.`;
      return status === undefined && searchedPaths !== undefined
        ? 'No Claude CLI was found on this computer.'
        : 'The proxy runs, but it cannot find the Claude CLI, so every request fails.';
    },
  },
  'cli-unusable': {
    headline: () => 'The Claude CLI cannot be started',
    title: 'Install the Claude CLI again',
    why: ({ path = 'Something', code }) =>
      `${path} stands where the Claude CLI should be, but ${code === undefined ? refused : (unusable.get(code) ?? `${refused} (${code})`)}.`,
  },
  'cli-unsafe': {
    headline: () => 'Anybody could replace the Claude CLI',
    title: 'Protect the Claude CLI',
    why: ({ path }) =>
      `Every user of this computer may put another program in the place of ${path ?? 'the CLI'}, so Pilot Light does not start it.`,
  },
  'cli-wrong-machine': {
    headline: () => 'The Claude CLI is made for another computer',
    title: 'Install the Claude CLI for this computer',
    why: ({ names }) =>
      names === undefined || names.length === 0
        ? 'This processor cannot run the installed program.'
        : `The installed program is for ${names.join(' and ')}.`,
  },
  'cli-incomplete': {
    headline: () => 'The Claude CLI is installed only in part',
    title: 'Install the Claude CLI again',
    why: () =>
      'npm left a placeholder where the program should be: its optional part or its install script was skipped.',
  },
  'cli-needs-node': {
    headline: () => 'The Claude CLI does not find Node.js',
    title: 'Update the Claude CLI',
    why: () =>
      'This older version is a script for Node.js, which programs of the desktop do not find. Newer ones need none.',
  },
  'cli-hangs': {
    headline: () => 'The Claude CLI hangs',
    title: 'The Claude CLI does not answer',
    why: ({ ms }) =>
      ms === undefined
        ? 'It was started and did not end.'
        : `It was asked for its version and gave no answer within ${Math.round(ms / 1_000)} s.`,
  },
  'cli-broken': {
    headline: () => 'The Claude CLI does not work',
    title: 'Repair the Claude CLI',
    why: ({ code }) =>
      code === undefined
        ? 'The proxy runs, but the Claude CLI that it uses fails, so requests fail.'
        : `It was asked for its version, and ${broken.get(code) ?? `ended with ${/^\d/.test(code) ? 'exit code ' : ''}${code}`}.`,
  },
  'cli-too-old': {
    headline: ({ version }) => (version === undefined ? 'The Claude CLI is old' : `The Claude CLI is old: ${version}`),
    title: 'Update the Claude CLI',
    why: () => 'Versions before 2.1.40 cannot tell whether somebody is signed in, and sign in by /login only.',
  },
  'cli-settings-damaged': {
    headline: () => 'The settings of the Claude CLI are damaged',
    title: 'Restore the settings of the Claude CLI',
    why: ({ code }) =>
      code === 'unreadable'
        ? 'Its file .claude.json may not be read: it belongs to another user, or is no plain file.'
        : 'Its file .claude.json cannot be understood. The CLI keeps older copies in the folder backups.',
  },
  'cli-is-another': {
    headline: () => 'The proxy uses another Claude CLI',
    title: 'The proxy uses another Claude CLI',
    why: ({ path }) =>
      path === undefined
        ? 'The CLI that the proxy names is not the one that is found here.'
        : `Here ${path} is found first. What is done in a terminal may change nothing for the proxy.`,
  },
  'several-clis': {
    headline: ({ count }) => `${count ?? 'Several'} Claude CLIs are installed`,
    title: 'Several Claude CLIs are installed',
    why: ({ names = [] }) =>
      `Which one runs depends on who starts it${names.length === 0 ? '' : `: ${names.join(', ')}`}.`,
  },
  'paths-differ': {
    headline: () => 'Only your shell finds the Claude CLI',
    title: 'Tell programs where the Claude CLI is',
    why: () => 'It is on the search path of your shell, but not on that of programs started from the desktop.',
  },
} as const satisfies Readonly<Partial<Record<FindingId, FindingWords>>>;
