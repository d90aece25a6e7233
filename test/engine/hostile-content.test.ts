import { readSettings } from '../../core/settings.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { judge, type Known } from '../../core/health/judge.ts';
import type { ProbeResult } from '../../core/health/probe-result.ts';
import { MAX_TEXT } from '../../core/plain.ts';
import type { Alert } from '../../core/monitor/alerts.ts';
import { freshWatch, step, type WatchState } from '../../core/monitor/watch-state.ts';
import { lightOfAll, type Snapshot } from '../../core/snapshot.ts';
import { targetView } from '../../core/target-view.ts';
import { systemClock } from '../../engine/clock.ts';
import { holdConnection } from '../../engine/probe/held-connection.ts';
import { facesOf, isOurs, ownNotifications, type Faces } from '../hostile/faces.ts';
import { startHostile } from '../hostile/hostile-server.ts';
import { INPUTS } from '../hostile/inputs.ts';
import { ALL_NAUGHTY_TEXTS } from '../hostile/naughty-texts.ts';

const PATH = '/health/detailed';
const DEADLINE_MS = 2_000;
const NOW = Date.UTC(2026, 10, 22, 9, 40);
const SECOND = 1_000;

const CONTENT = Object.entries(INPUTS)
  .filter(([id]) => Number.parseInt(id, 10) >= 32)
  .map(([id, { what, answers = 1 }]) => ({ id, what, answers }));

// Letters, marks, numbers, punctuation, symbols and the plain space; and the narrow one of our own clock times.
const UNSAFE = /[^\p{L}\p{M}\p{N}\p{P}\p{S} \u202F]/u;

const segmenter = new Intl.Segmenter('en');
const graphemes = (text: string): number => [...segmenter.segment(text)].length;
const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map(graphemes));

const closers: (() => unknown)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

interface Told {
  readonly snapshot: Snapshot;
  readonly faces: Faces;
  readonly body: string;
}

/** Goes the whole way of an answer: judged, seen a second time, drawn by every face. */
function tell(result: ProbeResult, url: string): Told {
  let state = freshWatch(NOW);
  const alerts: Alert[] = [];
  for (const at of [NOW + SECOND, NOW + 2 * SECOND]) {
    const next = step(state, { type: 'judged', verdict: judge(result, knownOf(state, at)), at });
    state = next.state;
    alerts.push(...next.alerts);
  }
  const view = targetView({ id: 'target-1', name: url, url }, state);
  const at = NOW + 90 * SECOND;
  const snapshot: Snapshot = {
    seq: 1,
    at,
    light: lightOfAll([view]),
    targets: [view],
    platform: 'linux',
    appVersion: '0',
    worked: {},
    settings: readSettings(undefined),
    settingsTroubles: [],
  };
  return { snapshot, faces: facesOf(snapshot, alerts), body: result.kind === 'answer' ? result.body : '' };
}

function knownOf({ accepted, verdict, probedAt }: WatchState, now: number): Known {
  const report = verdict?.report;
  const before = report !== undefined && probedAt !== undefined ? { report, at: probedAt } : undefined;
  return { sight: { now, port: 8000, ...(before && { before }) }, ...(accepted && { accepted }) };
}

async function* toldBy(id: string, times: number): AsyncGenerator<Told> {
  const server = await startHostile(id);
  closers.push(() => server.close());
  const held = holdConnection({ url: server.url, clock: systemClock, onLost: () => {} });
  closers.push(() => held.close());
  // The server gives its answers one after the other.
  // oxlint-disable-next-line no-await-in-loop
  for (let i = 0; i < times; i += 1) yield tell(await held.ask(PATH, DEADLINE_MS), server.url);
}

/** Every text of a value, keys included, however deep. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.entries(value).flat().flatMap(textsIn) : [];
}

function expectHarmless({ snapshot, faces, body }: Told): void {
  const { tooltip, menu, notifications, lines, rows, steps } = faces;
  const all = [tooltip, ...menu, ...notifications, ...lines, ...rows, ...textsIn(snapshot)];
  expect(all.filter((text) => UNSAFE.test(text))).toEqual([]);
  expect(all.filter((text) => /^ | $|: $|· ·/.test(text))).toEqual([]);
  const nonsense = ['undefined', 'NaN', 'Infinity', '[object'].filter((word) => !body.includes(word));
  expect(all.filter((text) => nonsense.some((word) => text.includes(word)))).toEqual([]);
  expect(graphemes(tooltip)).toBeLessThanOrEqual(120);
  expect(longest(menu)).toBeLessThanOrEqual(80);
  expect(longest([...lines, ...textsIn(snapshot)])).toBeLessThanOrEqual(MAX_TEXT);
  const own = ownNotifications(snapshot.targets[0]?.url ?? '');
  expect(notifications.filter((text) => !own.has(text))).toEqual([]);
  expect(steps.filter((row) => !isOurs(row))).toEqual([]);
}

it('has more than 150 naughty texts, no two alike', () => {
  expect(ALL_NAUGHTY_TEXTS.length).toBeGreaterThanOrEqual(150);
  expect(new Set(ALL_NAUGHTY_TEXTS).size).toBe(ALL_NAUGHTY_TEXTS.length);
});

describe('what a proxy says harms no face', () => {
  it.each(CONTENT)('input $id: $what', async ({ id, answers }) => {
    for await (const told of toldBy(id, answers)) expectHarmless(told);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

async function firstOf(id: string): Promise<Told> {
  for await (const told of toldBy(id, 1)) return told;
  throw new Error(`input ${id} told nothing`);
}

const of = (number: number) => CONTENT.filter(({ id }) => Number.parseInt(id, 10) === number);

it.each([...of(41), ...of(42)])('input $id: $what is no number in any face', async ({ id, answers }) => {
  for await (const { faces } of toldBy(id, answers)) {
    const texts = [faces.tooltip, ...faces.menu, ...faces.lines, ...faces.rows].join('\n');
    expect(texts).not.toMatch(/-\d|e\+|port 0|9,007,199/);
  }
});

it('input 43: an odd time is a moment within two centuries, or none', async () => {
  for await (const { faces } of toldBy('43', INPUTS['43']?.answers ?? 0)) {
    const years = faces.rows.join('\n').match(/\b\d{4,}(?=,)/g) ?? [];
    expect(years.filter((year) => Number(year) < 2000 || Number(year) > 2200)).toEqual([]);
    expect(faces.rows.join('\n')).not.toContain('Invalid');
  }
});

it('input 44: ten thousand components are a list of 64 and a number', async () => {
  const { snapshot, faces } = await firstOf('44a');
  expect(snapshot.targets[0]?.report?.components).toHaveLength(64);
  expect(faces.rows).toContain('and 9,939 more');
  expect(faces.menu.length).toBeLessThanOrEqual(15);
});

it('input 46: a fix that is none is quoted, and no step', async () => {
  for await (const { snapshot, faces } of toldBy('46e', INPUTS['46e']?.answers ?? 0)) {
    expect(faces.lines).toContain(snapshot.targets[0]?.report?.said);
    const offered = faces.steps
      .map(({ command, text, button }) => `${command?.text} ${text} ${button?.label}`)
      .join('\n');
    expect(offered).not.toMatch(/\.example|rm -rf|sk-ant/);
  }
});

it('input 47: others on the network are a calm hint beside a green light', async () => {
  const { snapshot, faces } = await firstOf('47');
  expect(snapshot.light).toBe('healthy');
  expect(faces.lines).toContain('Others on the network can reach the proxy');
});

it.each(of(48))('input $id: $what stands masked in the popup, and nowhere else', async ({ id }) => {
  const { tooltip, menu, notifications, lines, rows } = (await firstOf(id)).faces;
  expect([tooltip, ...menu, ...notifications, ...lines].join('\n')).not.toContain('@');
  expect(rows.some((row) => row.includes('s•••@example.com'))).toBe(true);
  expect(rows.join('\n')).not.toContain('somebody');
});
