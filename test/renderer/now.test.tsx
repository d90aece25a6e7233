import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { mainProcess, openPopup } from './popup.tsx';
import { snapshotOf } from './states.ts';

const START = Date.UTC(2026, 10, 22, 9, 40);

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function open(): Promise<void> {
  await openPopup(mainProcess(snapshotOf(['not-running'], START)));
}

const subline = (): string | null => screen.getByText(/^localhost/).textContent;
const pass = (seconds: number): void => act(() => void vi.advanceTimersByTime(seconds * 1_000));

it('lets ages grow by the second', async () => {
  await open();
  expect(subline()).toBe('localhost:8000 · for 24 s');
  pass(3);
  expect(subline()).toBe('localhost:8000 · for 27 s');
});

it('rests while nobody can see it, and is right again at the first look', async () => {
  await open();
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
  expect(vi.getTimerCount()).toBe(0);
  pass(40);
  expect(subline()).toBe('localhost:8000 · for 24 s');
  hidden.mockReturnValue(false);
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
  expect(subline()).toBe('localhost:8000 · for 1 min 4 s');
});
