import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { english } from '../../core/text/english.ts';
import type { App } from '../../renderer/shell/App.tsx';
import { createMirror } from '../../renderer/state/mirror.ts';
import { diagnosisOf } from './diagnoses.ts';
import { mainProcess } from './popup.tsx';
import { snapshotOf } from './states.ts';

const title = (): string | null => screen.getByRole('heading', { level: 1 }).textContent;

// A popup that has loaded none of its later pages yet.
beforeEach(() => vi.resetModules());

afterEach(() => {
  vi.doUnmock('../../renderer/settings/Settings.tsx');
  vi.restoreAllMocks();
});

it('leaves a page in its place until the next one is there, which then takes the focus', async () => {
  await openFresh();
  fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
  expect(title()).toBe('Everything is healthy');
  const heading = await screen.findByRole('heading', { name: 'Settings', level: 1 });
  expect(document.activeElement).toBe(heading);
});

it('goes where it was sent last, when somebody was faster than a page', async () => {
  await openFresh();
  fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
  fireEvent.keyDown(window, { key: 'Escape' });
  await act(() => vi.dynamicImportSettled());
  expect(title()).toBe('Everything is healthy');
});

it('opens with a diagnosis that runs, and with nothing else before it', async () => {
  await openFresh({ diagnosis: diagnosisOf('running', Date.now()) });
  expect(screen.queryByRole('heading', { level: 1 })).toBeNull();
  await screen.findByRole('heading', { name: 'Diagnostics' });
});

it('says so when a page cannot be had, names it, and lets Escape lead back', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.doMock('../../renderer/settings/Settings.tsx', () => {
    throw new Error('not there');
  });
  const { push } = await openFresh();
  fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
  await screen.findByRole('heading', { name: 'This view could not be drawn' });
  expect(told.mock.calls.flat().map(String).join()).toContain('The page settings cannot be loaded');
  fireEvent.keyDown(window, { key: 'Escape' });
  push(2);
  expect(title()).toBe('Everything is healthy');
});

it('has a page that could not be had once the user tries again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.doMock('../../renderer/settings/Settings.tsx', () => {
    throw new Error('not there');
  });
  await openFresh();
  fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
  await screen.findByRole('heading', { name: 'This view could not be drawn' });
  vi.doUnmock('../../renderer/settings/Settings.tsx');
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  const heading = await screen.findByRole('heading', { name: 'Settings', level: 1 });
  expect(document.activeElement).toBe(heading);
});

async function openFresh(beside: Parameters<typeof snapshotOf>[3] = {}) {
  const fresh: { readonly App: typeof App } = await import('../../renderer/shell/App.tsx');
  const main = mainProcess(snapshotOf(['healthy'], Date.now(), 1, beside));
  const mirror = createMirror(main);
  mirror.start();
  // As the popup does, which draws nothing before it knows the language.
  await vi.waitUntil(() => mirror.store.getState().snapshot);
  render(<fresh.App mirror={mirror} api={main} texts={english} />);
  return { push: (seq: number) => main.push(snapshotOf(['healthy'], Date.now(), seq, beside)) };
}
