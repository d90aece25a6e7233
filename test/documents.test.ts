import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CHECK_IDS } from '../core/diagnosis/check.ts';
import { DIALECTS } from '../core/health/dialects.ts';
import { CONTRADICTION_IDS, FINDING_IDS } from '../core/health/finding.ts';
import { readSettings, SETTING_KEYS, wrongKeys } from '../core/settings.ts';
import { english } from '../core/text/english.ts';
import { COMMANDS } from '../engine/command-line/commands.ts';
import { readArguments } from '../engine/command-line/read-arguments.ts';
import { commandPage } from './command-page.ts';
import { FAULTS } from './e2e/drill-faults.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const pagesIn = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
const PAGES = [...pagesIn('.'), ...pagesIn('docs')];
const textOf = (page: string): string => readFileSync(join(ROOT, page), 'utf8');

const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(textOf('package.json'));
const OF_NPM: ReadonlySet<string> = new Set(['audit', 'ci', 'install']);
// What others bring, and what a shell has itself.
const OF_OTHERS = /^(?:alias|amtool|cd|git|kill|promtool)\b/;
// What a worked example has one write.
const NOT_YET: ReadonlySet<string> = new Set([
  'core/health/dialects/state-word.ts',
  'core/diagnosis/checks/cli-log.ts',
]);

const BLOCKS = /^```(?<language>\w+)\n(?<block>.*?)^```/gms;

function typed(text: string): readonly string[] {
  const blocks = [...text.matchAll(BLOCKS)].filter(({ groups }) => groups?.['language'] === 'sh');
  return blocks.flatMap(({ groups }) => (groups?.['block'] ?? '').trim().split('\n'));
}

/** What stands between backticks in the running text. */
function named(text: string): readonly string[] {
  return [...text.replaceAll(BLOCKS, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
}

/** Why a command cannot be typed like this, if so; of what is unknown, nothing is known. */
function wrongWith(line: string): string | undefined {
  const [program, ...rest] = line.split(/ [|<>&]/, 1)[0]?.split(' ') ?? [];
  const words = rest.filter((word) => word !== '');
  if (program === 'npm') {
    const script = words[0] === 'run' ? words[1] : words[0];
    return Object.hasOwn(scripts, script ?? '') || OF_NPM.has(script ?? '') ? undefined : `no script ${script}`;
  }
  if (program !== 'pilot-light' || words.length === 0) return undefined;
  try {
    readArguments(
      words
        .join(' ')
        .replaceAll(/'[^']*'/g, 'VALUE')
        .split(' '),
      COMMANDS,
    );
    return undefined;
  } catch (error) {
    return String(error);
  }
}

describe.each(PAGES)('%s', (page) => {
  const text = textOf(page);

  it('names only commands and options that there are', () => {
    expect(typed(text).flatMap((line) => wrongWith(line) ?? [])).toEqual([]);
    // The running text names a command without all that it needs.
    expect(
      named(text)
        .flatMap((line) => wrongWith(line) ?? [])
        .filter((wrong) => !/" needs /.test(wrong)),
    ).toEqual([]);
  });

  it('has only commands typed that a test knows', () => {
    const unknown = typed(text).filter(
      (line) => !OF_OTHERS.test(line) && !/^(?:npm|npx vitest|pilot-light) /.test(line),
    );
    expect(unknown).toEqual([]);
  });

  it('names only files that there are', () => {
    const paths = named(text).filter((code) =>
      /^(?:core|engine|electron|renderer|build|test|docs)\/[\w./-]*$/.test(code),
    );
    expect(paths.filter((path) => !NOT_YET.has(path) && !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('leads and points only to what is there', () => {
    const links = [...text.matchAll(/\]\((?!https:)([^)\s]+)\)/g)].map(([, link = '']) => link);
    const broken = links.filter((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? page : join(dirname(page), path);
      if (!existsSync(join(ROOT, target))) return true;
      return anchor !== undefined && !anchorsOf(textOf(target)).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  it('tells nothing of the computer on which it was written', () => {
    expect(text).not.toMatch(/(?<![\w.])\/(?:root|home|Users|work|tmp)\//);
  });
});

// As GitHub makes them.
function anchorsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}

it('README.md quotes what the faces say', () => {
  const [, section = ''] = textOf('README.md').split('\n## When something is wrong\n');
  const seen = [...section.matchAll(/^\| “([^”]+)”/gm)].map(([, words = '']) => words);
  const headlines = FINDING_IDS.map((id) => english.findings[id].headline({ port: 8000 }));
  expect(seen.length).toBeGreaterThan(5);
  expect(seen.filter((words) => !headlines.includes(words))).toEqual(['running on Electron 33 instead of']);
});

it.each(['README.md', 'CHANGELOG.md'])('%s counts right', (page) => {
  const counted = [...textOf(page).matchAll(/(?<count>\d+)\s+(?<what>faults|checks|dialects|ways)\b/g)].map(
    ({ groups }) => groups,
  );
  const counts: Readonly<Record<string, number>> = {
    faults: FAULTS.length,
    checks: CHECK_IDS.length,
    dialects: DIALECTS.length,
    ways: CONTRADICTION_IDS.length,
  };
  expect(counted.length).toBeGreaterThan(1);
  for (const groups of counted) expect(Number(groups?.['count'])).toBe(counts[groups?.['what'] ?? '']);
});

it('docs/settings.md has every setting, and an example that is right', () => {
  const page = textOf('docs/settings.md');
  const [, json = ''] = /^```json\n(.*?)^```/ms.exec(page) ?? [];
  const example: Readonly<Record<string, unknown>> = JSON.parse(json);
  expect(Object.keys(example)).toEqual(SETTING_KEYS);
  expect(wrongKeys(example)).toEqual([]);
  const rows = [...page.matchAll(/^\| `(\w+)` +\| (\S+)/gm)].map(([, key = '', told = '']) => [key, told] as const);
  expect(rows.map(([key]) => key)).toEqual(SETTING_KEYS);
  const defaults = new Map(
    Object.entries(readSettings({})).map(([key, value]) => [key, `\`${JSON.stringify(value)}\``]),
  );
  for (const [key, told] of rows.slice(1)) expect([key, told]).toEqual([key, defaults.get(key) ?? 'none']);
});

it('docs/drill.md has what the drill expects', () => {
  const rows = [...textOf('docs/drill.md').matchAll(/^\| (.*) \|$/gm)].slice(2).map(([, row = '']) => row.split('|'));
  expect(rows.map((cells) => cells.map((cell) => cell.trim()).toSpliced(4, 1))).toEqual(
    FAULTS.map(({ what, told: { light, cause, step, notifications, fixed } }) => [
      what,
      light,
      cause,
      step,
      notifications.join(' + '),
      fixed ? 'proved' : '',
    ]),
  );
});

it('docs/command-line.md has what the commands say of themselves', async () => {
  await expect(commandPage(COMMANDS)).toMatchFileSnapshot('../docs/command-line.md');
});
