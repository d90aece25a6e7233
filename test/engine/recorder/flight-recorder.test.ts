import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProbeResult } from '../../../core/health/probe-result.ts';
import { replayText } from '../../../core/recorder/replay-lines.ts';
import { redactor } from '../../../core/report/redact.ts';
import { readSettings } from '../../../core/settings.ts';
import type { Monitor } from '../../../engine/monitor.ts';
import { FlightRecorder } from '../../../engine/recorder/flight-recorder.ts';
import { startMonitor } from '../../../engine/start-monitor.ts';
import { answer, failure } from '../../core/answers.ts';
import { WORDS } from '../../core/report/secrets.ts';
import { fixture } from '../../fixtures/read.ts';
import { virtualClock, type VirtualClock } from '../virtual-clock.ts';
import { readBack as read } from '../../core/recorder/read-back.ts';
import { there } from '../../there.ts';

const GOOD = answer(200, fixture('documented/detailed-200-healthy.json'));
const REFUSED = failure('refused');
const MINUTE = 60_000;

let base: string;
let folder: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'recordings-'));
  folder = join(base, 'recordings');
});
afterEach(() => {
  chmodSync(base, 0o700);
  rmSync(base, { recursive: true, force: true });
});

interface Bench {
  readonly clock: VirtualClock;
  readonly monitor: Monitor;
  readonly recorder: FlightRecorder;
  readonly errors: unknown[];
  readonly answers: { now: ProbeResult };
}

// The wire is played here; what is written is real.
function bench(targets = 1): Bench {
  const clock = virtualClock();
  const errors: unknown[] = [];
  const answers = { now: GOOD as ProbeResult };
  const onError = (error: unknown): number => errors.push(error);
  const recorder = new FlightRecorder({
    folder,
    clock,
    appVersion: '0.1.0',
    platform: 'linux',
    redact: redactor(WORDS),
    onError,
  });
  const monitor = startMonitor({
    settings: readSettings({
      targets: Array.from({ length: targets }, (_, i) => ({ url: `http://127.0.0.1:${i + 1}` })),
    }),
    platform: 'linux',
    appVersion: '0.1.0',
    clock,
    connect: () => ({
      ask: () => Promise.resolve(answers.now),
      keepAliveMs: () => undefined,
      close: () => {},
    }),
    onEvent: (target, happened) => recorder.hear(target, happened),
    onError,
  });
  return { clock, monitor, recorder, errors, answers };
}

const namesIn = (): readonly string[] => (existsSync(folder) ? readdirSync(folder).toSorted() : []);

const theOnlyOne = (): string => readFileSync(join(folder, namesIn()[0] ?? 'none'), 'utf8');
// Real files take real time.
async function written(): Promise<void> {
  await expect.poll(namesIn).toEqual([expect.stringMatching(/json$/)]);
}

async function outage({ clock, answers }: Bench): Promise<void> {
  await clock.advance(3 * MINUTE);
  answers.now = REFUSED;
  await clock.advance(20_000);
  answers.now = GOOD;
  await clock.advance(20_000);
}

describe('the flight recorder', () => {
  it('keeps nothing on disk while all is well', async () => {
    const { clock } = bench();
    await clock.advance(10 * MINUTE);
    expect(existsSync(folder)).toBe(false);
  });

  it('writes a recording soon after an incident is confirmed, and in whole when it is over', async () => {
    const desk = bench();
    await outage(desk);
    await written();
    const { startedAt } = there(desk.monitor.snapshot().targets[0]?.lastIncident);
    expect(namesIn()).toEqual([expect.stringMatching(new RegExp(`^target-[0-9a-z-]+\\.${startedAt}\\.json$`))]);
    expect([statSync(folder).mode & 0o777, statSync(join(folder, namesIn()[0] ?? '')).mode & 0o777]).toEqual([
      0o700, 0o600,
    ]);
    await desk.clock.advance(6 * MINUTE);
    await expect.poll(() => replayText(read(theOnlyOne())).lines.length).toBeGreaterThan(80);
    const { difference, alerts } = replayText(read(theOnlyOne()));
    expect([difference, alerts, desk.errors]).toEqual([undefined, 2, []]);
    expect(read(theOnlyOne()).incident).toMatchObject({ root: 'proxy-not-running', endedAt: expect.any(Number) });
  });

  it('hands on a recording that is under way, is about to be written, or is kept', async () => {
    const desk = bench();
    await desk.clock.advance(2 * MINUTE);
    desk.answers.now = REFUSED;
    await desk.clock.advance(3_000);
    const { id: targetId, incident } = there(desk.monitor.snapshot().targets[0]);
    const key = { targetId, startedAt: incident?.startedAt ?? 0 };
    expect(namesIn()).toEqual([]);
    expect(replayText(read(desk.recorder.textOf(key) ?? '')).alerts).toBe(1);
    desk.answers.now = GOOD;
    await desk.clock.advance(7 * MINUTE);
    await written();
    const after = desk.recorder.textOf(key);
    expect(replayText(read(after ?? '')).alerts).toBe(2);
    desk.recorder.stop();
    expect([desk.recorder.textOf(key), theOnlyOne()]).toEqual([after, after]);
  });

  it('finds nothing but recordings, whatever it is asked for', () => {
    const { recorder } = bench();
    mkdirSync(folder);
    writeFileSync(join(base, 'secret.1.json'), 'secret');
    for (const targetId of ['../secret', 'target-1/../../secret', '', 'target-1\0', 'x'.repeat(5_000)])
      expect(recorder.textOf({ targetId, startedAt: 1 })).toBeUndefined();
    expect(recorder.textOf({ targetId: 'target-1', startedAt: NaN })).toBeUndefined();
  });

  it('writes what is under way when the app ends', async () => {
    const desk = bench();
    await desk.clock.advance(2 * MINUTE);
    desk.answers.now = REFUSED;
    await desk.clock.advance(3_000);
    desk.monitor.stop();
    desk.recorder.stop();
    expect(replayText(read(theOnlyOne())).difference).toBeUndefined();
  });

  it('goes on, and lets others go on, where it cannot write', async () => {
    writeFileSync(folder, 'a file where the folder should be');
    const desk = bench();
    await outage(desk);
    await expect.poll(() => desk.errors.length).toBeGreaterThan(0);
    desk.recorder.stop();
    expect(desk.monitor.snapshot().light).toBe('healthy');
    expect(desk.errors.map(String)).toContain('Error: A recording could not be kept: EEXIST');
  });

  it('keeps the last fifty recordings, and the oldest go', async () => {
    mkdirSync(folder, { recursive: true });
    for (let i = 0; i < 60; i += 1) writeFileSync(join(folder, `target-1.${1_000 + i}.json`), 'x');
    writeFileSync(join(folder, 'notes of the user.txt'), 'x');
    const desk = bench();
    await outage(desk);
    await expect.poll(() => namesIn().length).toBe(51);
    expect(namesIn().slice(0, 2)).toEqual(['notes of the user.txt', 'target-1.1011.json']);
  });

  it('keeps no more than 8 MB', async () => {
    mkdirSync(folder, { recursive: true });
    for (let i = 0; i < 40; i += 1) writeFileSync(join(folder, `target-1.${1_000 + i}.json`), 'x'.repeat(250_000));
    const desk = bench();
    await outage(desk);
    await expect.poll(() => namesIn().length).toBeLessThan(40);
    const bytes = namesIn().reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    expect(bytes).toBeLessThanOrEqual(8 * 1_024 * 1_024);
  });

  it('records sixteen of forty that fail together', async () => {
    const desk = bench(40);
    await outage(desk);
    await expect.poll(() => namesIn().length).toBe(16);
    expect(desk.errors).toEqual([]);
  });
});
