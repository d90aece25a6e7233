import { describe, expect, it } from 'vitest';
import { AFTER_MS, BEFORE_MS, type Running } from '../../../core/recorder/recorder.ts';
import { MAX_RECORDING_BYTES, type Recording } from '../../../core/recorder/recording.ts';
import { replayText } from '../../../core/recorder/replay-lines.ts';
import { keptIn } from '../../../core/recorder/tape.ts';
import { answer } from '../answers.ts';
import { GOOD, lived, probes, REFUSED, SIGNED_OUT, SILENT, written, type Course, type Happening } from './course.ts';
import { there } from '../../there.ts';
import { readBack } from './read-back.ts';

const typesOf = ({ draft }: Running): readonly string[] =>
  [draft.head, ...(draft.tail === undefined ? [] : [draft.tail])].flatMap(({ entries }) =>
    entries.map((entry) => keptIn(entry).event.type),
  );

/** Milliseconds from the beginning of a recording to the first sight of its incident, and from its end to the last event. */
function around({ draft, incident }: Running): readonly [number, number] {
  const [first] = draft.head.entries;
  const last = (draft.tail ?? draft.head).entries.at(-1);
  return [incident.startedAt - (first?.at ?? NaN), (last?.at ?? NaN) - (incident.endedAt ?? NaN)];
}

// How long it gets is decided by its limits, not by what is taken out: that would only take time here.
const UNREDACTED = { redact: (text: string): string => text };

const recordingOf = (running: Running | undefined): Recording => {
  return readBack(written(there(running), UNREDACTED));
};

const OUTAGE: readonly Happening[] = [...probes(100, GOOD), ...probes(10, REFUSED), ...probes(200, GOOD)];

describe('a recording', () => {
  it('begins a minute before the fault was first seen, and ends five minutes after it was over', () => {
    const { kept, recorder } = lived(OUTAGE);
    expect(recorder?.running).toBeUndefined();
    expect(kept.map(({ incident, closesAt }) => [incident.endedAt !== undefined, closesAt !== undefined])).toEqual([
      [false, false],
      [true, true],
      [true, true],
    ]);
    const [before, after] = around(there(kept.at(-1)));
    expect(before).toBe(BEFORE_MS);
    // Two good answers make it sure that it is over.
    expect(after).toBe(AFTER_MS + 4_000);
  });

  it('begins a minute before the first silence, however long that took to be a fault', () => {
    const { kept } = lived([...probes(30, GOOD), ...probes(3, SILENT, 60_000)]);
    const [first] = kept;
    expect(first?.incident.root).toBe('not-responding');
    expect(around(there(first))[0]).toBe(BEFORE_MS);
  });

  it('counts the minute by a clock that nobody sets', () => {
    const { kept } = lived([...probes(50, GOOD), { after: 0, by: 400 * 86_400_000 }, ...probes(3, REFUSED)]);
    expect(kept.map((running) => typesOf(running).length)).toEqual([15 + 1 + 3]);
  });

  it('ends when the next incident begins, which has its own minute before', () => {
    const { kept, recorder } = lived([...OUTAGE.slice(0, 130), ...probes(3, SIGNED_OUT)]);
    expect(kept.map(({ opened, closesAt }) => [opened.number, closesAt !== undefined])).toEqual([
      [1, false],
      [1, true],
      [1, true],
      [2, false],
    ]);
    expect(recorder?.running?.opened.number).toBe(2);
    expect(around(there(recorder?.running))[0]).toBe(BEFORE_MS);
  });

  it('goes on through pauses and sleeps, and ends while nothing happens', () => {
    const { kept, recorder } = lived([
      ...probes(3, REFUSED),
      { after: 1_000, type: 'paused' },
      { after: 3_600_000, type: 'resumed' },
    ]);
    expect(kept.map(typesOf).at(-1)).toEqual(['judged', 'judged', 'judged', 'paused']);
    expect(recorder?.running).toBeUndefined();
  });

  it('does not begin where too many are under way', () => {
    expect(lived(OUTAGE, { ring: 64_000, mayBegin: false }).kept).toEqual([]);
  });

  it('keeps the answer with which something new was seen, and no other', () => {
    const { events = [] } = recordingOf(lived(OUTAGE).kept.at(-1)).parts[0] ?? {};
    const kept = events.filter((event) => event.answer !== undefined);
    expect(kept.map(({ event, shown }) => [event.type, shown.light, shown.confirmed])).toEqual([
      ['judged', 'healthy', false],
    ]);
  });
});

describe('the last minute', () => {
  const ringOf = ({ recorder }: Course): number => recorder?.ring.entries.length ?? 0;

  it('is bounded in time, in events and in characters', () => {
    expect(ringOf(lived(probes(500, GOOD)))).toBe(16);
    expect(ringOf(lived(probes(500, REFUSED, 10)))).toBe(128);
    expect(ringOf(lived(probes(50, GOOD), { ring: 4_096, mayBegin: true }))).toBeLessThan(5);
    expect(ringOf(lived(probes(50, GOOD), { ring: 1, mayBegin: true }))).toBe(1);
  });

  it('takes 20 kB at most while all is well and nobody looks', () => {
    const { recorder } = lived(probes(500, GOOD));
    expect(recorder?.ring.size).toBeLessThan(20_480);
  });
});

describe('a long incident', () => {
  it('keeps its beginning and its end, names the gap, and is replayed as it was', () => {
    const texts = Array.from({ length: 6_000 }, (_, i) => answer(503, { status: 'unhealthy', error: `fault ${i}` }));
    const day = texts.map((result) => ({ after: 4_000, result }));
    const course = lived([...probes(30, GOOD), ...day, ...probes(80, GOOD)]);
    const text = written(there(course.kept.at(-1)), UNREDACTED);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MAX_RECORDING_BYTES);
    const recording = recordingOf(course.kept.at(-1));
    expect(recording.parts).toHaveLength(2);
    const [head, tail] = recording.parts;
    const events = (head?.events.length ?? 0) + (tail?.leftOut ?? 0) + (tail?.events.length ?? 0);
    expect([head?.leftOut, events]).toEqual([0, 15 + 6_000 + 77]);
    const { difference, lines, alerts } = replayText(recording);
    expect([difference, alerts]).toEqual([undefined, 2]);
    expect(lines).toContain(`... ${tail?.leftOut} events were left out`);
  });

  it.each(['界', 'é́̂', '"\\', 'a@b.co '])('stays below 256 KiB, however much %s is said', (piece) => {
    const said = piece.repeat(600);
    const components = Object.fromEntries(
      Array.from({ length: 64 }, (_, i) => [
        `${i} ${said}`,
        { status: 'unhealthy', error: `${said} ${i}`, path: said },
      ]),
    );
    const crowded = answer(503, { status: 'unhealthy', version: said, error: said, components });
    const course = lived([...probes(6, crowded), ...probes(2, GOOD)]);
    const text = written(there(course.kept.at(-1)), UNREDACTED);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MAX_RECORDING_BYTES);
    expect(replayText(readBack(text)).difference).toBeUndefined();
  });
});
