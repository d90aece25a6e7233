import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { totalOf } from '../../../core/history/availability.ts';
import { judge } from '../../../core/health/judge.ts';
import type { ProbeResult } from '../../../core/health/probe-result.ts';
import { USUAL_THRESHOLDS } from '../../../core/monitor/thresholds.ts';
import { freshWatch, step, type WatchEvent, type WatchState } from '../../../core/monitor/watch-state.ts';
import { keepHistory, type History } from '../../../engine/history/keep-history.ts';
import { answer, failure } from '../../core/answers.ts';
import { virtualClock, type VirtualClock } from '../virtual-clock.ts';

const URL_A = 'http://127.0.0.1:8000';
const TARGET = { id: 'target-1', name: 'A', url: URL_A };
const GOOD = answer(200, { status: 'ok' });
const BAD = answer(503, { status: 'unhealthy', error: 'Claude CLI authentication failed for ada' });
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START = Date.UTC(2026, 10, 22, 10);

let root: string;
let clock: VirtualClock;
let state: WatchState;
let watched: string[];
let troubles: (string | undefined)[];
let errors: string[];
let loaded: number;
const open: History[] = [];

beforeEach(() => {
  root = join(mkdtempSync(join(tmpdir(), 'history-')), 'history');
  clock = virtualClock(START);
  watched = [URL_A];
  [troubles, errors, loaded] = [[], [], 0];
});
afterEach(() => {
  for (const history of open.splice(0)) history.stop();
  rmSync(join(root, '..'), { recursive: true, force: true });
});

function start(): History {
  const history = keepHistory({
    root,
    clock,
    redact: (text) => text.replaceAll('ada', '[user]'),
    watched: () => watched,
    onLoaded: () => (loaded += 1),
    onTrouble: (code) => troubles.push(code),
    onError: (what) => errors.push(what),
  });
  state = freshWatch(clock.now());
  open.push(history);
  return history;
}

function happen(history: History, event: WatchEvent): void {
  const before = state;
  const { state: after, alerts } = step(before, event);
  state = after;
  const holdsMs = after.light === 'paused' ? Infinity : 16_000;
  const thresholds = USUAL_THRESHOLDS;
  history.onEvent(TARGET, { event, before, after, thresholds, alerts, at: clock.now(), holdsMs });
}

async function live(history: History, result: ProbeResult, probes: number): Promise<void> {
  for (let i = 0; i < probes; i += 1) {
    happen(history, { type: 'judged', verdict: judge(result), at: clock.now() });
    // One after the other, as probes are.
    // oxlint-disable-next-line no-await-in-loop
    await clock.advance(4_000);
  }
}

const files = (): readonly string[] =>
  readdirSync(root).flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(root, folder, name)));
const hourOf = (history: History): ReturnType<typeof totalOf>['ms'] | undefined => {
  const told = history.lookBack(URL_A, 'hour');
  return told && totalOf(told.availability).ms;
};

describe('a history', () => {
  // It is taken up a moment after the start: the minute in which it started may be over by then, and is not settled yet.
  it.each([57_500, 58_500, 59_500])('counts every probe that it saw, begun %d ms into a minute', async (ms) => {
    clock = virtualClock(START + ms);
    const history = start();
    await live(history, GOOD, 60);
    expect(history.lookBack(URL_A, 'day')?.probes).toBe(60);
  });

  it('tells what was up, degraded, down, paused, and what nobody knows', async () => {
    const history = start();
    await live(history, GOOD, 75);
    await live(history, failure('refused'), 15);
    happen(history, { type: 'paused', at: clock.now() });
    await clock.advance(120_000);
    happen(history, { type: 'resumed', at: clock.now() });
    await live(history, answer(200, { status: 'degraded' }), 15);
    expect(hourOf(history)).toEqual({
      up: 300_000,
      down: 60_000,
      paused: 120_000,
      degraded: 60_000,
      gap: 59 * MINUTE_MS - 540_000,
    });
    const told = history.lookBack(URL_A, 'hour');
    expect(told).toMatchObject({ probes: 105, failures: 15, overall: { count: 90, p50: 3.7 } });
    expect(told?.availability.uptime).toBeCloseTo(300 / 420);
  });

  it('is told alike by the minute, by the hour, and by the view of the day', async () => {
    const history = start();
    await live(history, GOOD, 900);
    await live(history, failure('refused'), 300);
    history.sleep();
    await clock.advance(10 * MINUTE_MS);
    const all = (['hour', 'day', 'week', 'month', 'year'] as const).map((span) => history.lookBack(URL_A, span));
    const sums = all.slice(1).map((told) => told && totalOf(told.availability).ms);
    expect(sums.map((ms) => [ms?.up, ms?.down])).toEqual(Array.from({ length: 4 }, () => [3_600_000, 1_200_000]));
    expect(
      new Set(all.slice(1).map((told) => JSON.stringify([told?.overall, told?.probes, told?.failures]))).size,
    ).toBe(1);
    const day = history.availability(URL_A);
    expect([day?.cells, day?.incidents]).toEqual([all[1]?.availability.cells, 1]);
    // Once the day is folded, too.
    clock.jump(30 * HOUR_MS);
    await live(history, failure('refused'), 60);
    const later = (['week', 'month', 'year'] as const).map((span) => history.lookBack(URL_A, span));
    expect(files().some((path) => path.includes('/days-'))).toBe(true);
    const latest = later.map((told) => [told && totalOf(told.availability).ms.up, told?.probes, told?.overall]);
    expect(latest).toEqual(Array.from({ length: 3 }, () => [3_600_000, 1_260, all[1]?.overall]));
  });

  it('goes on where an earlier life of the app ended, in the middle of a minute', async () => {
    const first = start();
    await live(first, GOOD, 5);
    first.stop();
    await clock.advance(10_000);
    const second = start();
    await live(second, GOOD, 30);
    expect(hourOf(second)?.up).toBe(20_000 + 120_000);
    const day = second.availability(URL_A);
    expect(day && totalOf(day).ms.up).toBe(20_000 + 120_000);
    second.sleep();
    await clock.advance(HOUR_MS);
    expect(second.lookBack(URL_A, 'month')?.availability.cells.at(-1)).toEqual([20_000 + 120_000, 0, 0, 0]);
  });

  it('folds after a crash what was not folded before it', async () => {
    const first = start();
    await live(first, GOOD, 1_000);
    // It is gone without a word.
    open.splice(0);
    await clock.advance(26 * HOUR_MS);
    for (const path of files()) if (/minutes|hours/.test(path)) rmSync(path);
    const second = start();
    await live(second, GOOD, 40);
    expect(
      second
        .lookBack(URL_A, 'week')
        ?.availability.cells.flat()
        .reduce((a, b) => a + b),
    ).toBeGreaterThan(4_000_000);
  });

  it('keeps its files for their owner alone', async () => {
    await live(start(), GOOD, 30);
    expect(files().map((path) => statSync(path).mode & 0o777)).toEqual(files().map(() => 0o600));
    expect([root, join(root, readdirSync(root)[0] ?? '')].map((path) => statSync(path).mode & 0o777)).toEqual([
      0o700, 0o700,
    ]);
  });

  it('removes what is too old, and the folder of a target that is long not watched', async () => {
    const history = start();
    await live(history, GOOD, 1_000);
    watched = [];
    expect(files().length).toBe(3);
    await clock.advance(2 * HOUR_MS);
    clock.jump(400 * DAY_MS);
    await clock.advance(12 * HOUR_MS);
    expect(readdirSync(root)).toEqual([]);
  });

  it('tells nothing of a target that is not watched', () => {
    expect([start().availability('http://x'), start().lookBack('http://x', 'day')]).toEqual([undefined, undefined]);
  });
});

describe('time that is not observed', () => {
  it('R9: is a gap, whether the sleep was announced or not', async () => {
    for (const announced of [true, false]) {
      const history = start();
      // oxlint-disable-next-line no-await-in-loop
      await live(history, GOOD, 10);
      if (announced) history.sleep();
      clock.jump(20 * MINUTE_MS);
      if (announced) history.wake();
      // oxlint-disable-next-line no-await-in-loop
      await live(history, GOOD, 10);
      expect(hourOf(history)).toMatchObject({ up: announced ? 80_000 : 76_000 });
      history.stop();
      rmSync(root, { recursive: true });
    }
  });

  it('is a gap for a pause too, but the pause goes on after it', async () => {
    const history = start();
    await live(history, GOOD, 10);
    happen(history, { type: 'paused', at: clock.now() });
    await clock.advance(20_000);
    history.sleep();
    clock.jump(20 * MINUTE_MS);
    history.wake();
    await clock.advance(20_000);
    expect(hourOf(history)).toMatchObject({ up: 40_000, paused: 40_000 });
  });

  it('R13: a clock that is set forth and back leaves nothing that does not sum up', async () => {
    const history = start();
    await live(history, GOOD, 900);
    for (const jump of [-40 * MINUTE_MS, 400 * DAY_MS, -400 * DAY_MS, -30_000, -2 * HOUR_MS]) {
      clock.jump(jump);
      happen(history, { type: 'shifted', by: jump });
      // oxlint-disable-next-line no-await-in-loop
      await live(history, failure('refused'), 100);
      for (const span of ['hour', 'day', 'week', 'month', 'year'] as const) {
        const told = history.lookBack(URL_A, span);
        const total = told && totalOf(told.availability);
        const parts = Object.values(total?.ms ?? {});
        expect(parts.reduce((a, b) => a + b, 0)).toBe((total?.to ?? 0) - (total?.from ?? 0));
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
      }
      expect(hourOf(history)?.down).toBeGreaterThan(0);
      const day = history.availability(URL_A);
      expect(day && Math.min(...Object.values(totalOf(day).ms))).toBeGreaterThanOrEqual(0);
    }
    // What was lived before the clock was set far forth is still there, when its time comes.
    clock.jump(3 * HOUR_MS);
    await live(history, GOOD, 20);
    expect(
      history
        .lookBack(URL_A, 'day')
        ?.availability.cells.flat()
        .reduce((a, b) => a + b),
    ).toBeGreaterThan(1_000_000);
  });
});

describe('the view of the day', () => {
  it('is one object until there is something new', async () => {
    const history = start();
    expect([history.availability(URL_A), loaded]).toEqual([undefined, 0]);
    happen(history, { type: 'judged', verdict: judge(GOOD), at: clock.now() });
    await clock.advance(1_000);
    expect([loaded, history.availability(URL_A)?.uptime]).toEqual([1, 1]);
    await live(history, GOOD, 20);
    const first = history.availability(URL_A);
    await live(history, GOOD, 2);
    expect(history.availability(URL_A)).toBe(first);
    await live(history, failure('refused'), 1);
    const second = history.availability(URL_A);
    expect(second).not.toBe(first);
    await live(history, failure('refused'), 10);
    expect(history.availability(URL_A)?.incidents).toBe(1);
    await live(history, failure('refused'), 15);
    expect(history.availability(URL_A)?.to).toBeGreaterThan((second?.to ?? 0) + 20_000);
  });
});

describe('incidents', () => {
  it('are kept with what was told, what helped, and what the user wrote; without names', async () => {
    const history = start();
    await live(history, GOOD, 5);
    await live(history, BAD, 10);
    const incident = { number: 1, root: 'signed-out', startedAt: clock.now() } as const;
    const alert = { type: 'incident-opened', incident } as const;
    const slot = URL_A;
    history.told({ type: 'failed', slot, failures: [{ url: URL_A, alert }], isReminder: false });
    history.told({ type: 'failed', slot, failures: [{ url: URL_A, alert }], isReminder: true });
    await live(history, GOOD, 3);
    history.proved(URL_A, { finding: 'signed-out', step: 'sign-in', usedAt: 0, isPassive: true, state: 'fixed' });
    history.told({ type: 'recovered', slot, recoveries: [{ url: URL_A, incident }], stillFailing: [] });
    const [past] = history.lookBack(URL_A, 'day')?.incidents ?? [];
    expect(past).toMatchObject({
      root: 'signed-out',
      startedAt: START + 20_000,
      confirmedAt: START + 24_000,
      endedAt: START + 60_000,
      ending: 'recovered',
      told: [{ what: 'failed' }, { what: 'reminder' }, { what: 'recovered' }],
      provedBy: { step: 'sign-in', isPassive: true },
    });
    expect(past?.evidence[0]?.id).toBe('signed-out');
    expect(history.note(URL_A, past?.id ?? '', ' the token\nhad run out ')).toBe(true);
    expect(history.lookBack(URL_A, 'year')?.incidents[0]?.note).toBe('the token had run out');
    expect(history.note(URL_A, past?.id ?? '', '')).toBe(true);
    expect(history.lookBack(URL_A, 'year')?.incidents).toEqual([past]);
    expect(history.note(URL_A, 'another', 'x')).toBe(false);
    expect(
      files()
        .map((path) => readFileSync(path, 'latin1'))
        .join(''),
    ).not.toContain('ada');
  });

  it('of an earlier life end unseen', async () => {
    const first = start();
    await live(first, BAD, 10);
    first.stop();
    const second = start();
    await live(second, GOOD, 3);
    const [past] = second.lookBack(URL_A, 'day')?.incidents ?? [];
    expect(past).toMatchObject({ ending: 'unseen' });
    expect(past).not.toHaveProperty('endedAt');
  });
});

describe('R22 to R25 and R27: files that cannot be kept', () => {
  const folder = (): string => join(root, readdirSync(root)[0] ?? '');

  it.each([
    ['a file of a later app', (path: string) => writeFileSync(path, 'pilot-light history 2\n...')],
    ['a folder', (path: string) => mkdirSync(path)],
    ['a pipe', (path: string) => execFileSync('mkfifo', [path])],
    ['a link', (path: string) => symlinkSync('/etc/passwd', path)],
  ])('are set aside untouched, and keeping goes on: %s', async (_what, lay) => {
    const first = start();
    await live(first, GOOD, 30);
    first.stop();
    const names = readdirSync(folder());
    for (const name of names) {
      rmSync(join(folder(), name));
      lay(join(folder(), name));
    }
    const second = start();
    await live(second, GOOD, 30);
    const setAside = (): number => readdirSync(folder()).filter((name) => name.endsWith('.unreadable-1')).length;
    await expect.poll(setAside).toBe(names.length);
    await live(second, GOOD, 60);
    expect(hourOf(second)?.up).toBeGreaterThan(200_000);
    expect(setAside()).toBe(names.length);
    expect(errors.length).toBeLessThanOrEqual(7);
    expect(troubles.at(-1)).toBeUndefined();
  });

  it('goes on when all is deleted while it runs', async () => {
    const history = start();
    await live(history, GOOD, 30);
    rmSync(root, { recursive: true });
    await live(history, GOOD, 30);
    expect(hourOf(history)?.up).toBeGreaterThan(118_000);
    expect([troubles, errors]).toEqual([[], []]);
  });

  it('tells of it, says it once a minute at most, and writes later what it could not', async () => {
    writeFileSync(join(root, '..', 'history'), '');
    const history = start();
    // A file where the folder should be is set aside; one above it cannot be.
    rmSync(root);
    rmSync(join(root, '..'), { recursive: true });
    writeFileSync(join(root, '..'), '');
    await live(history, GOOD, 150);
    expect(troubles).toEqual(['ENOTDIR']);
    expect(errors.length).toBeLessThanOrEqual(11);
    expect(errors.length).toBeGreaterThan(8);
    rmSync(join(root, '..'));
    mkdirSync(join(root, '..'));
    await live(history, GOOD, 15);
    expect(troubles).toEqual(['ENOTDIR', undefined]);
    expect(hourOf(history)?.up).toBe(660_000);
    expect(existsSync(root)).toBe(true);
  });
});
