import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { INPUTS } from './hostile/inputs.ts';

// Where each kind of bad input and bad luck is tried. A place is
//   PLAYED            the hostile server plays it, by its number, before the probe and before every face
//   a file            which must name the number
//   'FILE › words'    which must hold these words
//   'not yet: PART'   what it waits for
type Row = readonly [title: string, ...places: readonly string[]];

const PLAYED = 'played';

const AT_JUDGE = 'core/health/judge.test.ts';
const AT_WATCH = 'engine/watch.test.ts';
const AT_STATE = 'core/monitor/watch-state.test.ts';
const AT_PLAIN = 'core/plain.test.ts';
const AT_HELD = 'engine/probe/held-connection.test.ts';
const AT_ADDRESS = 'core/target-url.test.ts';
const AT_SETTINGS_FILE = 'engine/settings-file.test.ts';
const AT_SETTINGS_STORE = 'engine/settings-store.test.ts';
const AT_SETTINGS = 'e2e/settings.test.ts';
const AT_CONTENT = 'engine/hostile-content.test.ts';
const AT_HISTORY = 'engine/history/keep-history.test.ts';
const AT_HISTORY_LOG = 'engine/history/log-file.test.ts';
const AT_HISTORY_KILL = 'engine/history/kill.test.ts';
const AT_HISTORY_HERE = 'e2e/history.test.ts';
const AT_SOAK = 'bench/measure/soak.ts';
const AT_POPUP_TEXT = 'renderer/states.test.tsx › inputs 32 to 38';
const AT_TERMINAL = 'engine/command-line/hostile.test.ts › inputs 35 to 38';
const AT_REAL_FACES = 'e2e/hostile-text.test.ts › inputs 32 to 37';
const AT_FIND_CLI = 'engine/cli/find-cli.test.ts';
const AT_EVIL_PATHS = 'engine/cli/evil-paths.test.ts';
const AT_CLI_VERSION = 'engine/cli/claude-version.test.ts';
const AT_CLI_AUTH = 'engine/cli/claude-auth.test.ts';
const AT_REPORT = 'core/report/write-report.test.ts';
const AT_FACES = 'core/text/private-faces.test.ts';
const AT_FULL_DISK = 'e2e/full-disk.test.ts';
const AT_SLEEP = 'e2e/sleep.test.ts';
const AT_MATRIX = 'e2e/desktop-matrix.test.ts';
const AT_NAUGHTY = 'e2e/hostile-text.test.ts › no naughty text in any field';
const AT_LOG = 'electron/log.test.ts › obey, inputs 32 to 38';

const INPUT_ROWS: Readonly<Record<number, Row>> = {
  1: ['another server on the port', PLAYED, AT_JUDGE],
  2: ['bodies that say nothing', PLAYED, AT_JUDGE],
  3: ['status and word disagree', PLAYED, AT_JUDGE],
  4: ['words that are nearly good', PLAYED, AT_JUDGE],
  5: ['healthy with a part that is not', PLAYED, AT_JUDGE],
  6: ['a service that nobody knows', PLAYED, AT_JUDGE, 'e2e/hostile-text.test.ts'],
  7: ['no detailed page', PLAYED, `${AT_WATCH} › finds the page that exists`],
  8: ['the documented problems', PLAYED, 'core/health/documented-examples.test.ts › authentication failed'],
  9: ['an answer after the deadline', PLAYED, 'engine/hostile.test.ts'],
  10: ['answers out of order', `${AT_WATCH} › has one request under way at most`],
  11: ['fields of a later version', PLAYED, AT_JUDGE],
  12: ['a body that drips', PLAYED],
  13: ['a header that drips', PLAYED],
  14: ['silence', PLAYED],
  15: ['a body without end', PLAYED, "engine/probe/memory.test.ts › '15a'"],
  16: ['a body of 1 GB', PLAYED, "engine/probe/memory.test.ts › '16b'"],
  17: ['a gzip bomb', PLAYED, "engine/probe/memory.test.ts › '17a'"],
  18: ['redirects', PLAYED, 'engine/hostile.test.ts'],
  19: ['redirects out of the web', PLAYED],
  20: ['connections that break', PLAYED],
  21: ['wrong lengths', PLAYED],
  22: ['wrong headers', PLAYED],
  23: ['other versions of HTTP, and other protocols', PLAYED],
  24: ['TLS that is not asked for, or cannot be trusted', PLAYED],
  25: ['wrong content types', PLAYED],
  26: ['other encodings', PLAYED],
  27: ['cookies and challenges', PLAYED, 'engine/hostile.test.ts'],
  28: ['localhost in two families', 'engine/probe/probe.test.ts'],
  29: ['addresses that are none', AT_ADDRESS],
  30: ['addresses in odd forms', AT_ADDRESS],
  31: ['JSON that is none', PLAYED, 'fuzz/judge.test.ts'],
  32: ['markup and templates', PLAYED, AT_POPUP_TEXT, AT_REAL_FACES, AT_NAUGHTY, AT_LOG],
  33: ['naughty texts', PLAYED, AT_POPUP_TEXT, AT_REAL_FACES, AT_NAUGHTY, AT_LOG],
  34: ['texts of 10 MB', PLAYED, AT_PLAIN, AT_NAUGHTY, AT_LOG],
  35: ['terminal sequences', PLAYED, AT_PLAIN, AT_TERMINAL, AT_REAL_FACES, AT_NAUGHTY, AT_LOG],
  36: ['hidden and turned letters', PLAYED, AT_PLAIN, AT_TERMINAL, AT_REAL_FACES, AT_NAUGHTY, AT_LOG],
  37: ['characters that are none', PLAYED, AT_PLAIN, AT_TERMINAL, AT_REAL_FACES, AT_NAUGHTY, AT_LOG],
  38: ['long and towering texts', PLAYED, AT_PLAIN, AT_TERMINAL, AT_POPUP_TEXT, AT_NAUGHTY, AT_LOG],
  39: ['keys of a prototype', PLAYED, AT_JUDGE],
  40: ['100,000 nested arrays', PLAYED, AT_JUDGE],
  41: ['odd numbers', PLAYED, AT_JUDGE],
  42: ['odd uptimes', PLAYED, 'core/health/uptime.test.ts'],
  43: ['odd times', PLAYED, 'core/health/timestamp.test.ts'],
  44: ['10,000 components', PLAYED, AT_JUDGE, AT_CONTENT],
  45: ['odd metrics', 'core/metrics/exposition.test.ts', 'core/metrics/meters.test.ts', 'engine/metrics-wire.test.ts'],
  46: ['fixes that are none', PLAYED, AT_CONTENT],
  47: ['open to the network', PLAYED, AT_CONTENT],
  48: ['an e-mail address as user', PLAYED, 'core/text/component-row.test.ts', AT_REPORT, AT_FACES],
  49: ['a CLI that is missing or broken', AT_FIND_CLI, AT_CLI_VERSION],
  50: ['a CLI that does not end', AT_CLI_VERSION],
  51: ['paths full of traps', AT_EVIL_PATHS],
  52: ['a CLI that somebody planted', AT_FIND_CLI, AT_CLI_VERSION],
  53: ['the CLI on Windows', AT_FIND_CLI],
  54: ['an inherited environment', AT_CLI_AUTH, 'engine/processes/child-environment.test.ts › LD_PRELOAD'],
  55: [
    'links that are none of ours',
    'core/contract.test.ts › https://evil.example',
    'e2e/security.test.ts › otherFinding',
  ],
  56: ['secrets in an export', 'core/report/redact.test.ts', AT_REPORT, 'electron/log.test.ts › 54 and 56', AT_FACES],
  57: ['messages that are none', 'core/contract.test.ts', 'e2e/security.test.ts › messages that are none'],
  58: ['code in the page', 'e2e/security.test.ts › nothing that is inline or a string runs'],
  59: ['ways out of the page', 'e2e/security.test.ts › goes nowhere', 'e2e/drops-and-keys.test.ts'],
  60: ['debuggers of the packaged app', 'e2e/packaged.test.ts'],
  61: ['settings that are damaged', 'core/settings.test.ts', AT_SETTINGS_FILE, `${AT_SETTINGS_STORE} › half a file`],
  62: [
    'a full disk, and kill -9 while saving',
    AT_SETTINGS_STORE,
    `${AT_SETTINGS_STORE} › kill -9 while writing`,
    AT_HISTORY_KILL,
    AT_HISTORY_HERE,
  ],
  63: [
    'two launches',
    'e2e/life.test.ts › a second launch',
    'e2e/faults.test.ts › twenty launches',
    'e2e/faults.test.ts › a stale lock',
  ],
  64: ['sleep, outages, flapping, clocks that are set', 'e2e/clock.test.ts', AT_SLEEP, `${AT_STATE} › input R7`],
  65: [
    'a renderer that dies, a probe that does not end',
    'e2e/life.test.ts › a renderer that is killed',
    `${AT_WATCH} › R33`,
  ],
  66: ['a desktop without its services', 'e2e/desktop-services.test.ts', AT_MATRIX],
  67: ['signals, and 100,000 probes', 'e2e/life.test.ts › SIGHUP', `${AT_SOAK} › 100_000`],
};

const FAULT_ROWS: Readonly<Record<number, Row>> = {
  1: ['the proxy is killed', 'e2e/first-light.test.ts › lives, dies and comes back'],
  2: ['the proxy is back', 'e2e/first-light.test.ts › The proxy works again'],
  3: ['it takes connections and gives no answer', `${AT_WATCH} › a server that hangs`],
  4: ['stopped, then started anew', `${AT_HELD} › takes a new connection after a silence`],
  5: ['idle connections close as we write', AT_HELD],
  6: ['flapping with each probe', AT_STATE],
  7: ['a day of outage', AT_STATE],
  8: ['another error text with each probe', AT_STATE],
  9: ['suspend and resume', AT_WATCH, AT_STATE, AT_SLEEP],
  10: ['many suspends', AT_WATCH, AT_SLEEP],
  11: ['a process that was frozen', 'core/monitor/time-jump.test.ts › a frozen process'],
  12: ['localhost in one family only', 'engine/probe/probe.test.ts › 28: localhost'],
  13: ['clocks that are set', AT_WATCH, AT_STATE, 'e2e/clock.test.ts'],
  14: ['a renderer that is killed, or hangs', 'e2e/life.test.ts › a renderer that is killed', 'e2e/patience.test.ts'],
  15: ['the GPU process is killed', 'e2e/faults.test.ts'],
  16: ['a utility process is killed', 'e2e/faults.test.ts'],
  17: ['the tray host restarts', AT_MATRIX],
  18: ['the tray host comes late', AT_MATRIX, 'electron/desktop-bus/tray-host.test.ts'],
  20: ['no notification service', 'e2e/bus-notifier.test.ts', AT_MATRIX],
  22: ['a folder that cannot be written in', AT_SETTINGS_STORE, AT_SETTINGS, AT_FULL_DISK, AT_HISTORY, AT_HISTORY_HERE],
  23: ['a full disk', AT_SETTINGS_STORE, AT_FULL_DISK, AT_HISTORY_HERE],
  24: ['files that are damaged', AT_SETTINGS_STORE, `${AT_SETTINGS_FILE} › half a file`, AT_HISTORY_LOG],
  25: ['files that are none', AT_SETTINGS_STORE, `${AT_SETTINGS_FILE} › a device without end`, AT_HISTORY_LOG],
  26: ['kill -9 while writing', AT_SETTINGS_STORE, AT_HISTORY_KILL],
  27: ['writing that fails', AT_SETTINGS_STORE],
  21: ['output that nobody reads', 'e2e/faults.test.ts'],
  28: ['two launches', 'e2e/life.test.ts › a second launch', 'e2e/faults.test.ts › twenty launches'],
  42: ['other locales', 'e2e/faults.test.ts'],
  29: ['an instance that is frozen', 'e2e/patience.test.ts'],
  30: ['a stale lock', 'e2e/faults.test.ts'],
  31: ['signals', 'e2e/life.test.ts › SIGTERM'],
  32: ['exceptions in our own code', AT_WATCH],
  33: ['a probe that never ends', AT_WATCH],
  34: ['a CLI that is missing or broken', AT_CLI_VERSION],
  35: ['a CLI that does not end', AT_CLI_VERSION, AT_CLI_AUTH],
  36: ['versions of the CLI that answer otherwise', AT_CLI_AUTH],
  37: ['a thousand clicks', 'engine/diagnosis/diagnostician.test.ts', 'e2e/fixes.test.ts'],
  38: ['100,000 good probes', `${AT_SOAK} › 100_000`],
  40: ['a history that grows', 'bench/measure/history.ts › budget: 20', `${AT_HISTORY} › removes what is too old`],
  41: ['10,000 components', `${AT_CONTENT} › ten thousand components`],
  43: [
    'a popup beside the screen',
    'electron/popup-position.test.ts › lies inside the work area',
    'electron/popup.test.ts',
    'e2e/display.test.ts',
  ],
  44: ['a display that is gone', 'e2e/display.test.ts'],
};

const PLAYED_NUMBERS: ReadonlySet<number> = new Set(Object.keys(INPUTS).map((id) => Number.parseInt(id, 10)));

/** What is wrong with a place, if anything is. `naming` finds the number in a file. */
function faultOf(place: string, isPlayed: boolean, naming: RegExp): string | undefined {
  if (place.startsWith('not yet: ')) return undefined;
  if (place === PLAYED) return isPlayed ? undefined : 'the hostile server does not play it';
  const [name = '', words] = place.split(' › ');
  const file = new URL(name, import.meta.url);
  if (!existsSync(file)) return `${name} does not exist`;
  const text = readFileSync(file, 'utf8');
  const isThere = words === undefined ? naming.test(text) : text.includes(words);
  return isThere ? undefined : `${name} does not mention ${words ?? 'it'}`;
}

// "input 7", "inputs 29-30", "inputs 6 and 36", '7a' and '7: ...'
const naming = (number: number): RegExp =>
  new RegExp(String.raw`\binputs? (?:\d+(?:-|, | and | to ))*${number}\b|['"]${number}[a-z]?['":]`);

describe('the bad inputs by number', () => {
  it('are 67', () => {
    expect(Object.keys(INPUT_ROWS).map(Number)).toEqual(Array.from({ length: 67 }, (_, i) => i + 1));
    expect([...PLAYED_NUMBERS].filter((number) => INPUT_ROWS[number]?.includes(PLAYED) !== true)).toEqual([]);
  });

  it.each(Object.entries(INPUT_ROWS))('%s: %s', (number, [_title, ...places]) => {
    const faults = places.map((place) => faultOf(place, PLAYED_NUMBERS.has(Number(number)), naming(Number(number))));
    expect(places.length).toBeGreaterThan(0);
    expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
  });
});

describe('the faults by number, as far as they are tried', () => {
  it.each(Object.entries(FAULT_ROWS))('R%s: %s', (number, [_title, ...places]) => {
    const faults = places.map((place) => faultOf(place, false, new RegExp(String.raw`\bR${number}\b`)));
    expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
  });
});
