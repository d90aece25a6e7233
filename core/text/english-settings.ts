import type { AboutWords, FirstRunWords, SettingsWords, SnoozeWords } from './settings-words.ts';

const inLine = (line: number | undefined): string => (line === undefined ? '' : ` in line ${line}`);

/** The words of the settings in English. */
export const englishSettings: SettingsWords = {
  title: 'Settings',
  sections: {
    proxies: 'Proxies',
    checking: 'Checking',
    notifications: 'Notifications',
    appearance: 'Appearance',
    computer: 'This computer',
    file: 'All settings',
  },
  proxy: (number) => `Proxy ${number}`,
  name: 'Name',
  noName: 'No name',
  address: 'Address',
  addProxy: 'Add a proxy',
  add: 'Add',
  remove: (where) => `Remove ${where}`,
  urlProblems: {
    'too-long': 'This address is too long.',
    'not-an-address': 'Write it like this: http://localhost:8000',
    'not-http': 'Begin it with http:// or https://',
    'has-credentials': 'Leave out the user name and the password.',
    'bad-port': 'The port is a number from 1 to 65535.',
    twice: 'This address is watched already.',
  },
  interval: {
    label: 'Check',
    hint: 'Automatically means every few seconds.',
    choices: { without: 'Automatically', with: 'At a fixed interval' },
    number: 'Seconds between checks',
    unit: 's',
  },
  confirmAfter: {
    label: 'Raise the alarm',
    hint: 'Usually at the second look, or the third where no answer came.',
    choices: { without: 'As usual', with: 'After several looks' },
    number: 'Looks in a row that see the failure',
    unit: 'times',
  },
  slowAfter: {
    label: 'Slow answers',
    hint: 'They turn the light amber.',
    choices: { without: 'Never', with: 'From a limit on' },
    number: 'Milliseconds that an answer may take',
    unit: 'ms',
  },
  notifications: { label: 'Notifications', hint: 'When a proxy fails, and when it works again.' },
  reminders: {
    label: 'Remind me',
    hint: 'While a failure lasts.',
    choices: { without: 'Never', with: 'Regularly' },
    number: 'Minutes between reminders',
    unit: 'min',
  },
  quietHours: { label: 'Quiet hours', hint: 'No notifications at this time of day.' },
  from: 'From',
  to: 'To',
  cliPath: { label: 'Claude CLI', hint: 'Its path, where it is not found by itself.' },
  appearance: { label: 'Colours' },
  appearances: { system: 'Like the desktop', light: 'Light', dark: 'Dark' },
  language: { label: 'Language' },
  likeDesktop: 'Like the desktop',
  menuBarText: { label: 'Text in the menu bar', hint: 'A word beside the icon when something is wrong.' },
  startAtLogin: { label: 'Start at login', hint: 'Pilot Light is there whenever you are.' },
  shortcut: { label: 'Shortcut', hint: 'Opens this window from anywhere, such as Ctrl+Alt+P.' },
  byItself: 'Found by itself',
  noShortcut: 'None',
  numberProblem: (least, most) => `A whole number from ${least} to ${most.toLocaleString('en')}.`,
  timeProblem: 'Two different times of day, please.',
  refused: 'This could not be set and saved.',
  fileNote: 'They are one text file that you may edit by hand, too.',
  export: 'Export…',
  exported: 'Exported',
  import: 'Import…',
  imported: 'Imported',
  reset: 'Reset…',
  resetQuestion: 'Set everything back to how it was in the beginning?',
  resetNow: 'Reset',
  wasReset: 'Everything is as it was in the beginning.',
  keep: 'Keep',
  failed: 'Not done',
  troublesTitle: 'The settings file has a mistake',
  trouble: (key, line) => `“${key}”${inLine(line)} took its default.`,
  fileTrouble: (line) => `The file cannot be read${inLine(line)}: everything took its default.`,
};

/** The words about the program in English. */
export const englishAbout: AboutWords = {
  title: 'About Pilot Light',
  what: 'Pilot Light watches a Claude proxy on your computer. It says whether it works, why not, and what to do.',
  version: 'Version',
  platform: 'System',
  license: 'Licence',
  independent: 'An independent project, not made or endorsed by Anthropic.',
  inside: 'What is inside',
};

/** The words of the first run in English. */
export const englishFirstRun: FirstRunWords = {
  headline: 'No proxy is watched yet',
  why: 'Tell Pilot Light which proxy to watch. It can look for it, or you type its address.',
  look: 'Look for proxies on this computer',
  lookAgain: 'Look again',
  looking: 'Looking…',
  lookNote: 'It asks only the ports that proxies are known to use, and only when you press this.',
  found: (count) => (count === 1 ? '1 proxy found' : `${count.toLocaleString('en')} proxies found`),
  foundNone: 'No proxy answers on the usual ports of this computer.',
  watch: 'Watch this one',
  watchThat: (where) => `Watch this one: ${where}`,
  watched: 'Watched',
  orAddress: 'Or type its address',
  elsewhere: 'Is it elsewhere?',
  elsewhereWhy: 'Perhaps your proxy runs on another port.',
};

/** The words of the rest in English. */
export const englishSnooze: SnoozeWords = {
  button: 'Snooze 1 h',
  more: 'Snooze for another time',
  choices: { '30 min': 'For 30 min', '1 h': 'For 1 h', '4 h': 'For 4 h', recovery: 'Until all is well' },
  restUntil: (time) => `Notifications rest until ${time}`,
  restUntilWell: 'Notifications rest until all is well',
  end: 'End',
};
