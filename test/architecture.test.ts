import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

// The walls of the house, see ARCHITECTURE.md. Types are checked by the compiler, room by room; this is the rest.
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ROOMS = ['core', 'engine', 'electron', 'renderer'] as const;
type Room = (typeof ROOMS)[number];

const MAY_IMPORT: Readonly<Record<Room, readonly string[]>> = {
  core: ['core', 'valibot', 'yaml'],
  engine: [
    'core',
    'engine',
    'node:',
    'zustand/vanilla',
    'get-east-asian-width',
    '@modelcontextprotocol/sdk/server/index.js',
    '@modelcontextprotocol/sdk/server/stdio.js',
    '@modelcontextprotocol/sdk/types.js',
  ],
  electron: ['core', 'engine', 'electron', 'node:', '@jellybrick/dbus-next'],
  renderer: [
    'core',
    'renderer',
    'react',
    'react-dom/client',
    'react-dom/server',
    'zustand',
    'zustand/vanilla',
    'lucide-react',
  ],
};

// Nothing looks up: a floor imports only from its own and lower floors.
const FLOORS: readonly (readonly string[])[] = [
  ['core/once', 'core/moment'],
  ['core/plain', 'core/platform', 'core/target-url', 'core/sight/', 'core/metrics/'],
  ['core/health/'],
  ['core/monitor/', 'core/settings'],
  ['core/advice/'],
  ['core/diagnosis/'],
  ['core/history/'],
  ['core/snapshot', 'core/target-view'],
  ['core/contract'],
  ['core/text/'],
  ['core/report/', 'core/export/'],
  ['core/recorder/'],
  ['core/mcp/'],
];

const MAX_LINES = 250;

interface SourceFile {
  readonly path: string;
  readonly room: Room;
  readonly text: string;
  readonly imports: readonly string[];
}

function sourcesBelow(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sourcesBelow(path);
    return /\.tsx?$/.test(name) && !name.endsWith('.d.ts') ? [path] : [];
  });
}

// Comments may say anything; only code is held to the law.
const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');

function read(room: Room, path: string): SourceFile {
  const text = withoutComments(readFileSync(path, 'utf8'));
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, specifier = '']) => specifier);
  const imports = specifiers.map((specifier) =>
    specifier.startsWith('.') ? relative(ROOT, resolve(dirname(path), specifier)) : specifier,
  );
  return { path: relative(ROOT, path), room, text, imports };
}

const files = ROOMS.flatMap((room) => sourcesBelow(join(ROOT, room)).map((path) => read(room, path)));
const local = (specifier: string): boolean => ROOMS.some((room) => specifier.startsWith(`${room}/`));

function allowed(room: Room, specifier: string): boolean {
  if (local(specifier)) return MAY_IMPORT[room].some((name) => specifier.startsWith(`${name}/`));
  return MAY_IMPORT[room].some((name) => specifier === name || (name.endsWith(':') && specifier.startsWith(name)));
}

function floorOf(path: string): number {
  return FLOORS.findIndex((floor) => floor.some((prefix) => path.startsWith(prefix)));
}

function cycleFrom(start: string, graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return undefined;
    done.add(path);
    for (const next of graph.get(path) ?? []) {
      const cycle = visit(next, [...trail, path]);
      if (cycle !== undefined) return cycle;
    }
    return undefined;
  };
  return visit(start, []);
}

describe('the walls of the house', () => {
  it('sees the rooms', () => {
    expect(new Set(files.map(({ room }) => room))).toEqual(new Set(ROOMS));
  });

  it('each room imports only what its wall lets through', () => {
    const breaches = files.flatMap(({ path, room, imports }) =>
      imports.filter((specifier) => !allowed(room, specifier)).map((specifier) => `${path} -> ${specifier}`),
    );
    expect(breaches).toEqual([]);
  });

  it('the command line is a face: nothing else in the engine knows it', () => {
    const face = 'engine/command-line/';
    const breaches = files
      .filter(({ path }) => !path.startsWith(face))
      .flatMap(({ path, imports }) =>
        imports.filter((target) => target.startsWith(face)).map((to) => `${path} -> ${to}`),
      );
    expect(breaches).toEqual([]);
  });

  it('within core, nothing looks up', () => {
    const core = files.filter(({ room }) => room === 'core');
    expect(core.filter(({ path }) => floorOf(path) < 0).map(({ path }) => path)).toEqual([]);
    const breaches = core.flatMap(({ path, imports }) =>
      imports
        .filter((target) => local(target) && floorOf(target) > floorOf(path))
        .map((target) => `${path} -> ${target}`),
    );
    expect(breaches).toEqual([]);
  });

  it('no file imports itself by a detour', () => {
    const graph = new Map(files.map(({ path, imports }) => [path, imports.filter(local)]));
    const cycles = files.map(({ path }) => cycleFrom(path, graph)).filter((cycle) => cycle !== undefined);
    expect(cycles).toEqual([]);
  });

  it(`no file is longer than ${MAX_LINES} lines`, () => {
    const long = files.filter(({ path }) => readFileSync(join(ROOT, path), 'utf8').split('\n').length > MAX_LINES);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it('core has no clock, no timer, no randomness and no console', () => {
    const forbidden =
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\b|\bset(?:Timeout|Interval)\b|\bconsole\b/;
    expect(files.filter(({ room, text }) => room === 'core' && forbidden.test(text)).map(({ path }) => path)).toEqual(
      [],
    );
  });

  it('has no default exports, no re-exports, and no rooms without a name', () => {
    const shapeless = files.filter(
      ({ path, text }) =>
        /^export default/m.test(text) ||
        /^export (?:\*|\{[^}]*\}) from/m.test(text) ||
        /(?:^|\/)(?:index|utils?|helpers?|misc|common)\.tsx?$/.test(path),
    );
    expect(shapeless.map(({ path }) => path)).toEqual([]);
  });
});
