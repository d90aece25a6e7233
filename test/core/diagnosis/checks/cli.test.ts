import { describe, expect, it } from 'vitest';
import { cliExecutable } from '../../../../core/diagnosis/checks/cli-executable.ts';
import { cliFound } from '../../../../core/diagnosis/checks/cli-found.ts';
import { cliMachine } from '../../../../core/diagnosis/checks/cli-machine.ts';
import { cliRuns } from '../../../../core/diagnosis/checks/cli-runs.ts';
import { cliSame } from '../../../../core/diagnosis/checks/cli-same.ts';
import { cliSettings } from '../../../../core/diagnosis/checks/cli-settings.ts';
import { cliSingle } from '../../../../core/diagnosis/checks/cli-single.ts';
import { cliVersion } from '../../../../core/diagnosis/checks/cli-version.ts';
import { searchPath } from '../../../../core/diagnosis/checks/search-path.ts';
import type { BinaryFact, RunFact } from '../../../../core/diagnosis/facts.ts';
import { answer, failure } from '../../answers.ts';
import { answered, cliAt, documentedAnswer, judged, short, sightOf, type Row } from '../well.ts';

const USUAL = '/usr/local/bin/claude';
const MINE = '/home/me/.local/bin/claude';
const VERSION = '/home/me/.local/share/claude/versions/2.1.330';
const nothing: Row[1] = { cli: { candidates: [], searched: ['/usr/bin', '/opt/bin'] } };
const inVain: Row[1] = { cli: sightOf(cliAt('/gone/claude', { source: 'variable', state: 'dangling' }), cliAt(USUAL)) };

describe('cli-found', () => {
  const folders = Array.from({ length: 30 }, (_, i) => `/opt/${i}`);
  it.each<Row>([
    ['the chosen one', {}, ['pass', { path: USUAL }]],
    ['something in its place', { cli: sightOf(cliAt(MINE, { state: 'folder' })) }, ['pass', { path: MINE }]],
    [
      'one that is named, and is no program',
      { cli: sightOf(cliAt(MINE, { source: 'setting', state: 'folder' }), cliAt(USUAL)) },
      ['pass', { path: MINE }],
    ],
    ['none, and where was looked', nothing, ['cli-not-found', 'down', { searchedPaths: ['/usr/bin', '/opt/bin'] }]],
    [
      'none, in very many places',
      { cli: { candidates: [], searched: folders } },
      ['cli-not-found', 'down', { searchedPaths: folders.slice(0, 24) }],
    ],
    ['a variable names nothing', inVain, ['cli-not-found', 'down', { path: '/gone/claude' }]],
    [
      'a setting names nothing',
      { cli: sightOf(cliAt('claude', { source: 'setting', state: 'dangling' })) },
      ['cli-not-found', 'down', { path: 'claude' }],
    ],
  ])('%s', (_, facts, expected) => expect(short(judged(cliFound, facts))).toEqual(expected));
});

describe('cli-executable', () => {
  it.each<Row>([
    ['a program', {}, ['pass', { path: USUAL }]],
    ['behind a link', { cli: sightOf(cliAt(MINE, { realPath: VERSION })) }, ['pass', { path: VERSION }]],
    [
      'not executable',
      { cli: sightOf(cliAt(MINE, { state: 'not-executable' })) },
      ['cli-unusable', 'down', { path: MINE, code: 'not-executable' }],
    ],
    [
      'a folder',
      { cli: sightOf(cliAt(MINE, { state: 'folder' })) },
      ['cli-unusable', 'down', { path: MINE, code: 'folder' }],
    ],
    [
      'a link to nowhere',
      { cli: sightOf(cliAt(MINE, { state: 'dangling' })) },
      ['cli-unusable', 'down', { path: MINE, code: 'dangling' }],
    ],
    [
      'named, and hidden from us',
      { cli: sightOf(cliAt(MINE, { source: 'variable', state: 'unreadable' }), cliAt(USUAL)) },
      ['cli-unusable', 'down', { path: MINE, code: 'unreadable' }],
    ],
    [
      'where anybody may write',
      { cli: sightOf(cliAt('/tmp/claude', { state: 'unsafe-folder' })) },
      ['cli-unsafe', 'degraded', { path: '/tmp/claude' }],
    ],
    [
      'a bad one before a good one',
      { cli: sightOf(cliAt(MINE, { state: 'folder' }), cliAt(USUAL)) },
      ['pass', { path: USUAL }],
    ],
    ['none', nothing, ['skip', 'no-cli']],
    ['none where a variable names it', inVain, ['skip', 'no-cli']],
  ])('%s', (_, facts, expected) => expect(short(judged(cliExecutable, facts))).toEqual(expected));
});

describe('cli-machine', () => {
  const binary = (here: string, format: 'elf' | 'mach-o' | 'pe', ...machines: readonly string[]): Row[1] => ({
    binary: { here, kind: 'binary', format, machines } satisfies BinaryFact,
  });
  it.each<Row>([
    ['this one', {}, ['pass', { name: 'x64' }]],
    ['one of several', binary('arm64', 'mach-o', 'x64', 'arm64'), ['pass', { name: 'arm64' }]],
    ['Rosetta', binary('arm64', 'mach-o', 'x64'), ['pass', { name: 'x64' }]],
    ['no Rosetta for the newer', binary('x64', 'mach-o', 'arm64'), ['cli-wrong-machine', 'down', { names: ['arm64'] }]],
    ['Linux emulates nothing', binary('arm64', 'elf', 'x64'), ['cli-wrong-machine', 'down', { names: ['x64'] }]],
    ['Windows does', binary('arm64', 'pe', 'x64'), ['pass', { name: 'x64' }]],
    [
      'a machine of which nobody heard',
      binary('riscv64', 'elf', 'x64'),
      ['cli-wrong-machine', 'down', { names: ['x64'] }],
    ],
    ['a name of a prototype', binary('constructor', 'pe', 'x64'), ['cli-wrong-machine', 'down', { names: ['x64'] }]],
    ['unreadable machines', binary('x64', 'elf'), ['skip', 'cannot-be-seen']],
    [
      'a script',
      { binary: { here: 'x64', kind: 'script', interpreter: 'node' } },
      ['pass', { name: 'node', code: 'script' }],
    ],
    ['something else', { binary: { here: 'x64', kind: 'other' } }, ['skip', 'cannot-be-seen']],
  ])('%s', (_, facts, expected) => expect(short(judged(cliMachine, facts))).toEqual(expected));
});

describe('cli-runs', () => {
  const failed = (more: Omit<Extract<RunFact, { kind: 'failed' }>, 'kind'>): Row[1] => ({
    run: { kind: 'failed', ...more },
  });
  it.each<Row>([
    ['its version', {}, ['pass', { version: '2.1.330', ms: 72 }]],
    ['a placeholder of npm', { run: { kind: 'incomplete' } }, ['cli-incomplete', 'down', {}]],
    ['a script without Node', { run: { kind: 'needs-node' } }, ['cli-needs-node', 'down', {}]],
    ['another machine’s', { run: { kind: 'wrong-machine' } }, ['cli-wrong-machine', 'down', {}]],
    ['it hangs', { run: { kind: 'hangs' } }, ['cli-hangs', 'down', {}]],
    ['not started', { run: { kind: 'not-started', code: 'EACCES' } }, ['cli-unusable', 'down', { code: 'EACCES' }]],
    ['a flood', { run: { kind: 'too-much-output' } }, ['cli-broken', 'down', { code: 'too-much-output' }]],
    [
      'no version',
      { run: { kind: 'no-version', said: 'hi' } },
      ['cli-broken', 'down', { code: 'no-version', said: 'hi', saidBy: 'cli' }],
    ],
    ['nothing said', { run: { kind: 'no-version' } }, ['cli-broken', 'down', { code: 'no-version' }]],
    [
      'an exit code',
      failed({ code: 1, said: 'boom' }),
      ['cli-broken', 'down', { code: '1', said: 'boom', saidBy: 'cli' }],
    ],
    ['a signal', failed({ signal: 'SIGSEGV' }), ['cli-broken', 'down', { code: 'SIGSEGV' }]],
    ['an old processor', failed({ signal: 'SIGILL' }), ['cli-broken', 'down', { code: 'SIGILL' }]],
    ['the same, by a shell', failed({ code: 132 }), ['cli-broken', 'down', { code: 'SIGILL' }]],
    ['the same, on Windows', failed({ code: 3_221_225_501 }), ['cli-broken', 'down', { code: 'SIGILL' }]],
    ['an end without a reason', failed({}), ['cli-broken', 'down', {}]],
  ])('%s', (_, facts, expected) => expect(short(judged(cliRuns, facts))).toEqual(expected));
});

describe('cli-version', () => {
  const says = (version: string): Row[1] => ({ run: { kind: 'version', version, ms: 1 } });
  const hangs: RunFact = { kind: 'hangs' };
  it.each<Row>([
    ['new', {}, ['pass', { version: '2.1.330' }]],
    ['just new enough', says('2.1.40'), ['pass', { version: '2.1.40' }]],
    ['just too old', says('2.1.39'), ['cli-too-old', 'hint', { version: '2.1.39' }]],
    ['the documented one', says('2.0.0'), ['cli-too-old', 'hint', { version: '2.0.0' }]],
    ['no version at all', says('latest'), ['skip', 'cli-does-not-run']],
    [
      'the file tells what the program cannot',
      { run: hangs, cli: sightOf(cliAt(USUAL, { version: '2.0.0' })) },
      ['cli-too-old', 'hint', { version: '2.0.0' }],
    ],
    ['nobody tells', { run: hangs, cli: sightOf(cliAt(USUAL)) }, ['skip', 'cli-does-not-run']],
  ])('%s', (_, facts, expected) => expect(short(judged(cliVersion, facts))).toEqual(expected));
});

describe('cli-single', () => {
  const many = Array.from({ length: 9 }, (_, i) => `/opt/${i}/claude`);
  it.each<Row>([
    ['one', {}, ['pass', { path: USUAL }]],
    [
      'two links to it',
      { cli: sightOf(cliAt(USUAL, { realPath: VERSION }), cliAt(MINE, { realPath: VERSION })) },
      ['pass', { path: USUAL }],
    ],
    [
      'a file, and a link to it',
      { cli: sightOf(cliAt(MINE, { realPath: USUAL }), cliAt(USUAL)) },
      ['pass', { path: MINE }],
    ],
    [
      'one that is no program',
      { cli: sightOf(cliAt(MINE, { state: 'dangling' }), cliAt(USUAL)) },
      ['pass', { path: USUAL }],
    ],
    [
      'two',
      { cli: sightOf(cliAt(USUAL), cliAt(MINE, { realPath: VERSION })) },
      ['several-clis', 'hint', { count: 2, names: [USUAL, MINE] }],
    ],
    [
      'nine, of which five are named',
      { cli: sightOf(...many.map((path) => cliAt(path))) },
      ['several-clis', 'hint', { count: 9, names: many.slice(0, 5) }],
    ],
    ['none', nothing, ['skip', 'no-cli']],
  ])('%s', (_, facts, expected) => expect(short(judged(cliSingle, facts))).toEqual(expected));
});

describe('cli-same', () => {
  const proxyUses = (path: string): Row[1] => ({ answer: documentedAnswer({ claude_cli: { path } }) });
  const mine = sightOf(cliAt(MINE, { realPath: VERSION }), cliAt('/snap/bin/claude'));
  const shim = sightOf(
    cliAt('C:\\Users\\Me\\npm\\claude.cmd', { realPath: 'C:\\Users\\Me\\npm\\node_modules\\bin\\claude.exe' }),
  );
  const another = ['cli-is-another', 'hint', { path: MINE }] as const;
  it.each<Row>([
    ['the same path', {}, ['pass', { path: USUAL }]],
    ['behind its link', { ...proxyUses(VERSION), cli: mine }, ['pass', { path: VERSION }]],
    [
      'by another link to it',
      {
        ...proxyUses('/bin/claude'),
        cli: sightOf(
          cliAt(MINE, { realPath: VERSION }),
          cliAt('/bin/claude', { realPath: VERSION, state: 'unsafe-folder' }),
        ),
      },
      ['pass', { path: '/bin/claude' }],
    ],
    [
      'from anybody’s home',
      { ...proxyUses('~/.local/bin/claude'), cli: mine },
      ['pass', { path: '~/.local/bin/claude' }],
    ],
    [
      'Windows: neither case nor slashes count',
      { ...proxyUses('c:/users/me/npm/node_modules/bin/claude.exe'), cli: shim },
      ['pass', { path: 'c:/users/me/npm/node_modules/bin/claude.exe' }],
    ],
    ['another that is here too', { ...proxyUses('/snap/bin/claude'), cli: mine }, another],
    ['another that is not here', { ...proxyUses('/opt/claude'), cli: mine }, another],
    ['case counts elsewhere', { ...proxyUses(MINE.toUpperCase()), cli: mine }, another],
    ['a bare name', { ...proxyUses('claude'), cli: mine }, ['skip', 'not-told']],
    ['not told', { answer: answered(answer(200, { status: 'ok' })) }, ['skip', 'not-told']],
    ['none here', nothing, ['skip', 'no-cli']],
    ['no answer', { answer: answered(failure('refused')) }, ['skip', 'no-answer']],
  ])('%s', (_, facts, expected) => expect(short(judged(cliSame, facts))).toEqual(expected));
});

describe('search-path', () => {
  const byShell = cliAt(MINE, { source: 'shell-path' });
  it.each<Row>([
    ['on the path', {}, ['pass', { path: USUAL, code: 'path' }]],
    ['only on the shell’s', { cli: sightOf(byShell) }, ['paths-differ', 'hint', { path: MINE }]],
    [
      'what is on the path is no program',
      { cli: sightOf(cliAt(USUAL, { state: 'dangling' }), byShell) },
      ['paths-differ', 'hint', { path: MINE }],
    ],
    [
      'named, whatever the paths are',
      { cli: sightOf(cliAt(MINE, { source: 'variable' }), byShell) },
      ['pass', { path: MINE, code: 'variable' }],
    ],
    [
      'in a usual place',
      { cli: sightOf(cliAt(MINE, { source: 'known-place' })) },
      ['pass', { path: MINE, code: 'known-place' }],
    ],
    ['none', nothing, ['skip', 'no-cli']],
  ])('%s', (_, facts, expected) => expect(short(judged(searchPath, facts))).toEqual(expected));
});

describe('cli-settings', () => {
  it.each<Row>([
    ['readable', {}, ['pass', { code: 'ok' }]],
    ['not there yet', { cliSettings: 'absent' }, ['pass', { code: 'absent' }]],
    ['damaged', { cliSettings: 'damaged' }, ['cli-settings-damaged', 'degraded', { code: 'damaged' }]],
    ['not ours to read', { cliSettings: 'unreadable' }, ['cli-settings-damaged', 'degraded', { code: 'unreadable' }]],
  ])('%s', (_, facts, expected) => expect(short(judged(cliSettings, facts))).toEqual(expected));
});
