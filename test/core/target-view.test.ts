import { expect, it } from 'vitest';
import { judge } from '../../core/health/judge.ts';
import { freshWatch, step, type WatchState } from '../../core/monitor/watch-state.ts';
import { targetView } from '../../core/target-view.ts';
import { detailed } from '../renderer/bodies.ts';
import { answer } from './answers.ts';

const judged = (state: WatchState, at: number): WatchState =>
  step(state, { type: 'judged', verdict: judge(answer(200, detailed({}))), at }).state;
const healthOf = (state: WatchState): readonly string[] | undefined =>
  targetView({ id: 'target-1', name: 'A', url: 'http://localhost:8000' }, state).report?.components.map(
    ({ health }) => health,
  );

it('shows no part of a proxy as healthy once its last answer is too old to be believed', () => {
  const well = judged(judged(freshWatch(0), 1_000), 2_000);
  expect(healthOf(well)).toEqual(['healthy', 'healthy', 'healthy']);
  const asleep = step(well, { type: 'expired', at: 3_600_000 }).state;
  expect(healthOf(asleep)).toEqual(['unknown', 'unknown', 'unknown']);
  expect(healthOf(judged(asleep, 3_601_000))).toEqual(['healthy', 'healthy', 'healthy']);
});
