import { join } from 'node:path';
import type { CliSeen, CliSight, CliSource } from '../../core/sight/local-sight.ts';
import { plain } from '../../core/plain.ts';
import { isFullPath } from './full-path.ts';
import { installedVersion } from './installed-version.ts';
import { placesToLook, type CliQuestion, type Place } from './places-to-look.ts';
import { programAt, type Standing } from './program-at.ts';

/** What was found, for showing; and the true path of the chosen program, for starting. The latter never leaves `engine`. */
export interface CliFound {
  readonly sight: CliSight;
  readonly program?: string;
}

/** A search under way. `soFar` is honest at any time; `ended` never rejects. */
export interface CliSearch {
  readonly ended: Promise<void>;
  soFar(): CliFound;
}

interface Find {
  readonly seen: CliSeen;
  /** What makes two finds the same. */
  readonly identity: string;
  readonly program?: string;
}

const MAX_CANDIDATES = 32;
const MAX_SHOWN = 400;
const MAX_ALIASES = 8;

/** Finds every CLI on this computer without starting any. */
export async function findCli(question: CliQuestion): Promise<CliFound> {
  const search = searchCli(question);
  await search.ended;
  return search.soFar();
}

/** As `findCli`, for who cannot wait for a folder that never answers. Aborting ends it before the next folder. */
export function searchCli(question: CliQuestion): CliSearch {
  const finds = new Map<string, Find>();
  const searched = new Set<string>();
  return {
    ended: lookEverywhere(question, finds, searched),
    soFar: () => foundOf([...finds.values()], [...searched]),
  };
}

async function lookEverywhere(question: CliQuestion, finds: Map<string, Find>, searched: Set<string>): Promise<void> {
  for await (const place of placesToLook(question)) {
    if (question.signal?.aborted === true || finds.size >= MAX_CANDIDATES) return;
    const looksAt = place.named ?? place.folder;
    if (searched.has(looksAt)) continue;
    const find = await lookAt(place, question);
    if (find !== undefined) finds.set(find.identity, joined(finds.get(find.identity), find));
    searched.add(looksAt);
  }
}

// The first place decides what a find is called; the same program elsewhere is another name of it.
function joined(first: Find | undefined, find: Find): Find {
  const path = find.seen.path;
  const names = first?.seen.aliases ?? [];
  if (first === undefined || path === first.seen.path || names.includes(path) || names.length >= MAX_ALIASES)
    return first ?? find;
  return { ...first, seen: { ...first.seen, aliases: [...names, path] } };
}

async function lookAt(place: Place, { platform }: CliQuestion): Promise<Find | undefined> {
  const { source, folder, names, named } = place;
  if (named !== undefined && !isFullPath(named)) return nothingAt(named, source, 'dangling');
  for (const name of names) {
    const path = join(folder, name);
    // The first name that stands there decides, as it does for a shell.
    // oxlint-disable-next-line no-await-in-loop
    const standing = await programAt(path, platform);
    if (typeof standing === 'object') return findOf(path, source, standing);
    if (standing === 'hidden' && named !== undefined) return nothingAt(named, source, 'unreadable');
  }
  return named === undefined ? undefined : nothingAt(named, source, 'dangling');
}

// What was named explicitly is shown even where nothing stands.
function nothingAt(path: string, source: CliSource, state: 'dangling' | 'unreadable'): Find {
  return { identity: path, seen: { path: shown(path), source, state } };
}

async function findOf(path: string, source: CliSource, standing: Standing): Promise<Find> {
  const { state, realPath, program } = standing;
  const version = state === 'folder' ? undefined : await installedVersion(realPath);
  return {
    // One program may stand behind a link that is safe and one that is not: those are two finds.
    identity: `${state} ${realPath}`,
    seen: {
      path: shown(path),
      ...(realPath !== path && { realPath: shown(realPath) }),
      source,
      state,
      ...(version !== undefined && { version }),
    },
    ...(program !== undefined && { program }),
  };
}

function foundOf(finds: readonly Find[], searched: readonly string[]): CliFound {
  const chosen = choose(finds);
  return {
    sight: {
      candidates: finds.map(({ seen }) => seen),
      ...(chosen && { chosen: chosen.seen }),
      searched: searched.map(shown),
    },
    ...(chosen?.program !== undefined && { program: chosen.program }),
  };
}

/**
 * Which one would be started. Who names a path means that one: if no program stands there, none is chosen, so that the
 * face says so, rather than proving another CLI healthy behind the user's back. Otherwise the first, as in a shell.
 */
function choose(finds: readonly Find[]): Find | undefined {
  const decisive = finds.find(({ seen }) => seen.source === 'setting' || seen.source === 'variable');
  const chosen = decisive ?? finds.find(({ seen }) => seen.state === 'program');
  return chosen?.seen.state === 'program' ? chosen : undefined;
}

function shown(path: string): string {
  return plain(path, MAX_SHOWN);
}
