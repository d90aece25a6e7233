import type { Snooze } from '../monitor/snooze.ts';
import type { APPEARANCES } from '../settings.ts';
import type { UrlProblem } from '../target-url.ts';

type Section = 'proxies' | 'checking' | 'notifications' | 'appearance' | 'computer' | 'file';

/** A label with a line that explains it; without the line where the label is enough. */
export interface FieldWords {
  readonly label: string;
  readonly hint?: string;
}

/** A choice between something and a number that the user sets. `choices` are the entries of a list. */
export interface NumberWords extends FieldWords {
  readonly choices: Readonly<Record<'without' | 'with', string>>;
  /** Names the field of the number, with its unit. */
  readonly number: string;
  /** The sign of the unit, after the field. */
  readonly unit: string;
}

/** The words of the page with the settings. */
export interface SettingsWords {
  readonly title: string;
  readonly sections: Readonly<Record<Section, string>>;
  /** Names a target in the list, counted from 1. */
  readonly proxy: (number: number) => string;
  readonly name: string;
  /** What stands in a name that is empty. */
  readonly noName: string;
  readonly address: string;
  readonly addProxy: string;
  readonly add: string;
  readonly remove: (where: string) => string;
  readonly urlProblems: Readonly<Record<UrlProblem | 'twice', string>>;
  readonly interval: NumberWords;
  readonly confirmAfter: NumberWords;
  readonly slowAfter: NumberWords;
  readonly metrics: FieldWords;
  readonly notifications: FieldWords;
  readonly reminders: NumberWords;
  readonly quietHours: FieldWords;
  readonly from: string;
  readonly to: string;
  readonly cliPath: FieldWords;
  readonly appearance: FieldWords;
  readonly appearances: Readonly<Record<(typeof APPEARANCES)[number], string>>;
  readonly language: FieldWords;
  readonly likeDesktop: string;
  /** Only on macOS. */
  readonly menuBarText: FieldWords;
  readonly startAtLogin: FieldWords;
  readonly shortcut: FieldWords;
  /** What stands in a field that is empty, because the program finds out by itself. */
  readonly byItself: string;
  readonly noShortcut: string;
  readonly numberProblem: (least: number, most: number) => string;
  readonly timeProblem: string;
  readonly refused: string;
  readonly fileNote: string;
  readonly export: string;
  readonly exported: string;
  readonly import: string;
  readonly imported: string;
  readonly reset: string;
  readonly resetQuestion: string;
  readonly resetNow: string;
  readonly wasReset: string;
  readonly keep: string;
  readonly failed: string;
  readonly troublesTitle: string;
  /** `key` as it stands in the file; `line` is counted from 1. */
  readonly trouble: (key: string, line: number | undefined) => string;
  readonly fileTrouble: (line: number | undefined) => string;
}

/** The words of the page about the program. */
export interface AboutWords {
  readonly title: string;
  readonly what: string;
  readonly version: string;
  readonly platform: string;
  readonly license: string;
  readonly independent: string;
  /** The title over what the program itself costs. */
  readonly cost: string;
  readonly memory: string;
  readonly cpuNow: string;
  readonly cpuSoFar: string;
  readonly requests: string;
  readonly processes: (count: number) => string;
  /** A share of the time of one processor core, written with its sign. */
  readonly ofOneCore: (share: string) => string;
  readonly inside: string;
}

/** The words where nothing is watched yet, and where a proxy is looked for on this computer. */
export interface FirstRunWords {
  readonly headline: string;
  readonly why: string;
  readonly look: string;
  readonly lookAgain: string;
  readonly looking: string;
  readonly lookNote: string;
  readonly found: (count: number) => string;
  readonly foundNone: string;
  readonly watch: string;
  /** Must begin with `watch`. */
  readonly watchThat: (where: string) => string;
  readonly watched: string;
  readonly orAddress: string;
  readonly elsewhere: string;
  readonly elsewhereWhy: string;
}

/** The words of the rest that notifications can have. */
export interface SnoozeWords {
  readonly button: string;
  readonly more: string;
  readonly choices: Readonly<Record<Snooze, string>>;
  readonly restUntil: (time: string) => string;
  readonly restUntilWell: string;
  readonly end: string;
}
