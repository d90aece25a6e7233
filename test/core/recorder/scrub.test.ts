import { expect, it } from 'vitest';
import { frameAt, framesOf } from '../../../core/recorder/scrub.ts';
import { GOOD, lived, probes, SIGNED_OUT, written } from './course.ts';
import { there } from '../../there.ts';
import { readBack } from './read-back.ts';

const course = lived([...probes(20, GOOD), ...probes(3, SIGNED_OUT), ...probes(3, GOOD)]);

function framesAt(url: string): ReturnType<typeof framesOf> {
  return framesOf(readBack(written(there(course.kept.at(-1)), { url })));
}

const frames = framesAt('http://localhost:8000');

it('shows at each moment what was shown then, at the time of then', () => {
  const at = (ms: number): unknown => {
    const { view, alerts } = there(frameAt(frames, ms));
    return [view.light, view.confirmed, view.findings[0]?.id, alerts];
  };
  expect(at(59_999)).toEqual(['healthy', true, 'exposed-to-network', 0]);
  expect(at(60_000)).toEqual(['down', false, 'signed-out', 0]);
  expect(at(64_000)).toEqual(['down', true, 'signed-out', 1]);
  const opened = course.heard.find(({ alerts }) => alerts.length > 0);
  expect(frameAt(frames, 64_000)?.view.since).toBe(opened?.after.since);
  expect(frameAt(frames, 64_000)?.view.incident).toEqual(opened?.after.incident);
});

it('has a first and a last moment, and none between two events', () => {
  expect(frameAt(frames, -1)).toBe(frames[0]);
  expect(frameAt(frames, Infinity)).toBe(frames.at(-1));
  expect(frameAt(frames, 61_234)).toBe(frameAt(frames, 60_000));
  expect(frameAt([], 0)).toBeUndefined();
});

it('has an address of its own for another computer, which is nobody’s', () => {
  const [frame] = framesAt('https://proxy.wile.example');
  expect([frame?.view.name, new URL(frame?.view.url ?? '').hostname]).toEqual(['[host]:443', 'host.invalid']);
});
