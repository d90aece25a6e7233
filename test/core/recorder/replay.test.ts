import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Recording } from '../../../core/recorder/recording.ts';
import { replayText } from '../../../core/recorder/replay-lines.ts';
import { rawAnswer } from '../../fixtures/raw-answer.ts';
import { fixture } from '../../fixtures/read.ts';
import { answer } from '../answers.ts';
import { GOOD, happenings, lived, probes, REFUSED, SIGNED_OUT, SILENT, written, type Course } from './course.ts';
import { there } from '../../there.ts';
import { readBack } from './read-back.ts';

const recordings = ({ kept }: Course): readonly Recording[] => kept.map((running) => readBack(written(running)));

describe('any course of things', () => {
  it('is replayed as it was: the same states, the same alerts, byte for byte', () => {
    let [replayed, shifts] = [0, 0];
    fc.assert(
      fc.property(happenings, (each) => {
        for (const recording of recordings(lived([...each, ...probes(3, REFUSED), ...probes(2, GOOD)]))) {
          const { difference, lines } = replayText(recording);
          expect(difference).toBeUndefined();
          replayed += lines.length;
          shifts += lines.filter((line) => line.includes('shifted')).length;
        }
      }),
      { numRuns: 200 },
    );
    // It proves nothing unless much was recorded, and clocks were set while it was.
    expect(replayed).toBeGreaterThan(1_000);
    expect(shifts).toBeGreaterThan(10);
  });
});

describe('a replay', () => {
  const course = lived([
    ...probes(20, GOOD),
    ...probes(1, SILENT),
    ...probes(3, SIGNED_OUT),
    ...probes(3, GOOD),
    { after: 1_000, by: -3_600_000 },
    ...probes(2, GOOD),
  ]);
  const text = written(there(course.recorder?.running));

  it('is text without anybody’s language', () => {
    const { lines, events, alerts } = replayText(readBack(text));
    expect([events, alerts]).toEqual([24, 2]);
    expect(lines.slice(13)).toEqual([
      '52.000 s  judged healthy exposed-to-network',
      '56.000 s  judged unknown unconfirmed not-responding',
      '60.000 s  judged down unconfirmed signed-out',
      '64.000 s  judged down signed-out',
      '64.000 s    alert incident-opened 1 signed-out from 60.000 s',
      '68.000 s  judged down signed-out',
      '72.000 s  judged healthy unconfirmed exposed-to-network',
      '76.000 s  judged healthy exposed-to-network',
      '76.000 s    alert incident-closed 1 signed-out from 60.000 s to 72.000 s',
      '80.000 s  judged healthy exposed-to-network',
      '81.000 s  shifted healthy exposed-to-network',
      '85.000 s  judged healthy exposed-to-network',
      '89.000 s  judged healthy exposed-to-network',
    ]);
  });

  it('is the same on every run', () => {
    expect(replayText(readBack(text))).toEqual(replayText(readBack(text)));
    expect(written(there(course.recorder?.running))).toBe(text);
  });

  it('names the first event that is shown otherwise by the rules of today', () => {
    const sure = '"shown":{"light":"down","confirmed":true';
    const changed = text.replace(sure, sure.replace('down', 'degraded'));
    expect(replayText(readBack(changed)).difference).toEqual({
      number: 17,
      recorded: expect.stringMatching(/^64\.000 s {2}judged degraded signed-out\n/),
      replayed: expect.stringMatching(/^64\.000 s {2}judged down signed-out\n/),
    });
  });

  it('names the first answer that is judged otherwise by the dialects of today', () => {
    const said = String.raw`\"status\":\"unhealthy\"`;
    const changed = text.replace(said, said.replace('unhealthy', 'healthy'));
    expect(replayText(readBack(changed)).difference).toMatchObject({
      number: 16,
      replayed: '60.000 s  its answer is judged otherwise',
    });
  });
});

const CAPTURES = readdirSync(new URL('../../fixtures/captures', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.http'))
  .toSorted();

describe('the answers of real proxies', () => {
  // Two of each, so that what they say of trouble is confirmed; then something that is sure to be an incident.
  const recordingOf = (name: string): Recording => {
    const capture = rawAnswer(fixture(`captures/${name}`), '/health');
    const [recording] = recordings(lived([...probes(2, capture), ...probes(3, REFUSED)])).slice(-1);
    return there(recording);
  };
  const isKept = (name: string): boolean =>
    recordingOf(name).parts.some(({ events }) => events.some((event) => event.answer !== undefined));

  it.each(CAPTURES)('%s is replayed as it was judged', (name) => {
    expect(replayText(recordingOf(name)).difference).toBeUndefined();
  });

  it('are kept beside their verdicts where they are JSON', () => {
    const json = CAPTURES.filter((name) => /^[{[]/.test(rawAnswer(fixture(`captures/${name}`), '/health').body));
    expect(json.filter((name) => !isKept(name))).toEqual([]);
    expect(json.length).toBeGreaterThan(30);
    expect(CAPTURES.filter((name) => !json.includes(name) && isKept(name))).toEqual([]);
  });

  it('are left out where they would be judged otherwise without what was private', () => {
    const authentication = { status: 'authenticated', logged_in: true, expires: '2020-01-01T00:00:00Z' };
    const expired = answer(200, {
      status: 'healthy',
      components: { authentication: { ...authentication, status: 'healthy' } },
    });
    const course = lived([...probes(2, expired), ...probes(3, REFUSED)]);
    const [recording] = recordings(course).slice(-1);
    expect(recording?.parts[0]?.events[0]?.answer).toBeUndefined();
    expect(replayText(there(recording)).difference).toBeUndefined();
  });
});
