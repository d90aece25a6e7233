import { expect, it } from 'vitest';
import { recordedMoments } from '../../../core/recorder/recorded-moments.ts';
import { framesOf } from '../../../core/recorder/scrub.ts';
import { GOOD, lived, probes, SIGNED_OUT, written } from './course.ts';
import { there } from '../../there.ts';
import { readBack } from './read-back.ts';

const course = lived([...probes(20, GOOD), ...probes(3, SIGNED_OUT), ...probes(3, GOOD)]);

function framesAt(url: string): ReturnType<typeof framesOf> {
  return framesOf(readBack(written(there(course.kept.at(-1)), { url })));
}

const frames = framesAt('http://localhost:8000');
const frameAt = (ms: number): ReturnType<typeof framesOf>[number] | undefined =>
  frames.findLast(({ after }) => after <= ms);

it('shows at each moment what was shown then, at the time of then', () => {
  const at = (ms: number): unknown => {
    const { view, alerts } = there(frameAt(ms));
    return [view.light, view.confirmed, view.findings[0]?.id, alerts];
  };
  expect(at(59_999)).toEqual(['healthy', true, 'exposed-to-network', 0]);
  expect(at(60_000)).toEqual(['down', false, 'signed-out', 0]);
  expect(at(64_000)).toEqual(['down', true, 'signed-out', 1]);
  const opened = course.heard.find(({ alerts }) => alerts.length > 0);
  expect(frameAt(64_000)?.view.since).toBe(opened?.after.since);
  expect(frameAt(64_000)?.view.incident).toEqual(opened?.after.incident);
});

it('has an address of its own for another computer, which is nobody’s', () => {
  const [frame] = framesAt('https://proxy.wile.example');
  expect([frame?.view.name, new URL(frame?.view.url ?? '').hostname]).toEqual(['[host]:443', 'host.invalid']);
});

it('hands moments to the faces: light, certainty and root cause, at the time of then', () => {
  const text = written(there(course.kept.at(-1)), { url: 'http://localhost:8000' });
  const moments = there(recordedMoments(text));
  expect(moments).toHaveLength(frames.length);
  const began = there(moments[0]).at - there(frames[0]).after;
  const at = (ms: number): unknown => {
    const { light, confirmed, root } = there(moments.findLast((moment) => moment.at - began <= ms));
    return [light, confirmed, root?.id];
  };
  expect([at(59_999), at(60_000), at(64_000)]).toEqual([
    ['healthy', true, undefined],
    ['down', false, 'signed-out'],
    ['down', true, 'signed-out'],
  ]);
  expect(recordedMoments('{}')).toBeUndefined();
});
