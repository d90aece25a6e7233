import type { AnswerFact, Gathered, TargetFact } from '../core/diagnosis/facts.ts';
import type { Settings } from '../core/settings.ts';
import { isLoopback, portOf } from '../core/target-url.ts';
import { asksForOwner, type TargetName } from '../core/target-view.ts';
import type { Watches } from './watches.ts';

// FNV-1a with 64 bits (draft-eastlake-fnv): no two addresses of one user ever meet; and if they did, they would be numbered.
const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
const DIGITS = 16;

/** One target for a diagnosis, and a way to ask it. */
export interface TargetSource {
  readonly target: TargetFact;
  /** The address whose port is in question: the target's own, or the one that it could not get. */
  readonly portUrl: () => string;
  readonly ask: () => Promise<Gathered<AnswerFact>>;
}

/**
 * The targets of the settings, each with an id of its own. It is made of the address, so that a target has the same one
 * tomorrow, whatever its name and its place; several at one address are told apart by a number, and those that were there
 * `before` keep the one they had.
 */
export function targetNames({ targets }: Settings, before: readonly TargetName[] = []): readonly TargetName[] {
  const wanted = targets.map(({ url, name, colour }) => ({
    url,
    name: name ?? url,
    ...(colour !== undefined && { colour }),
  }));
  const taken = new Set<string>();
  const claim = (fits: (old: TargetName) => boolean): string | undefined => {
    const id = before.find((old) => !taken.has(old.id) && fits(old))?.id;
    if (id !== undefined) taken.add(id);
    return id;
  };
  // At one address the name tells who is who, if it did not change as well.
  const byName = wanted.map(({ url, name }) => claim((old) => old.url === url && old.name === name));
  const kept = wanted.map(({ url }, i) => byName[i] ?? claim((old) => old.url === url));
  const numbers = new Map<string, number>();
  return wanted.map((target, i) => ({ id: kept[i] ?? freeId(target.url, taken, numbers), ...target }));
}

function freeId(url: string, taken: ReadonlySet<string>, numbers: Map<string, number>): string {
  const first = `target-${digest(url)}`;
  let number = numbers.get(url) ?? 0;
  let id = first;
  do {
    number += 1;
    id = number === 1 ? first : `${first}-${number}`;
  } while (taken.has(id));
  numbers.set(url, number);
  return id;
}

function digest(text: string): string {
  let hash = OFFSET;
  for (const byte of Buffer.from(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  return hash.toString(16).padStart(DIGITS, '0');
}

/** The target as a diagnosis knows it. The state is asked for each time: its root cause may name another port. */
export function targetSource(url: string, id: string, watches: Pick<Watches, 'state' | 'ask'>): TargetSource {
  const portUrl = (): string => onPort(url, watches.state(id).findings.find(asksForOwner)?.evidence.port);
  return { target: targetFact(url), portUrl, ask: () => watches.ask(id) };
}

/** Where a target is. */
function targetFact(url: string): TargetFact {
  const address = new URL(url);
  return { url, host: address.hostname, port: portOf(address), isHere: isLoopback(address.hostname) };
}

/** The same address with another port, if one is named. */
export function onPort(url: string, port: number | undefined): string {
  const address = new URL(url);
  if (port !== undefined) address.port = String(port);
  return address.href;
}
