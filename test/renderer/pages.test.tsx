import { act, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { diagnosisOf, type DiagnosisName } from './diagnoses.ts';
import { mainProcess, openIn, openOn, openPopup, type OpenPopup } from './popup.tsx';
import { snapshotOf } from './states.ts';

const MINUTE = 60_000;

const title = (): string | null => screen.getByRole('heading', { level: 1 }).textContent;
const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const focused = (): string | null | undefined => document.activeElement?.textContent;

function push({ main }: OpenPopup, name: DiagnosisName, number: number, seq: number): void {
  const diagnosis = diagnosisOf(name, Date.now(), number);
  main.push(snapshotOf(['stranger'], Date.now(), seq, { diagnosis }));
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the diagnostics', () => {
  it('are run from the first page, and shown', async () => {
    const popup = await openIn('stranger');
    await popup.user.click(button('Run diagnostics'));
    expect(popup.main.actions).toEqual([{ type: 'diagnose', target: 'target-8000' }]);
    expect(title()).toBe('Diagnostics');
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  it('are not shown when they were refused', async () => {
    const { user } = await openPopup(mainProcess(snapshotOf(['stranger'], Date.now()), { obeys: false }));
    await user.click(button('Run diagnostics'));
    expect(title()).toContain('Another program answers');
  });

  it('come to the front when somebody else has started them, and only then', async () => {
    const popup = await openIn('stranger');
    push(popup, 'running', 1, 2);
    expect(title()).toBe('Diagnostics');
    await popup.user.click(button('Back'));
    push(popup, 'ended', 1, 3);
    expect(title()).toContain('Another program answers');
    push(popup, 'running', 2, 4);
    expect(title()).toBe('Diagnostics');
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  it('come to the front of the report, too', async () => {
    const popup = await openOn('stranger', diagnosisOf('ended', Date.now(), 1));
    await popup.user.click(button('Report'));
    expect(title()).toBe('Report');
    push(popup, 'running', 2, 2);
    expect(title()).toBe('Diagnostics');
  });

  it.each(['running', 'ended'] as const)('are what the popup opens with: %s', async (name) => {
    await openOn('stranger', diagnosisOf(name, Date.now()));
    expect(title()).toBe('Diagnostics');
  });

  it.each([
    ['before', -MINUTE],
    ['at a time to come, by a clock that was set back since', 60 * MINUTE],
  ])('are not what the popup opens with when they were over %s', async (_when, ms) => {
    await openOn('stranger', diagnosisOf('ended', Date.now() + ms));
    expect(title()).toContain('Another program answers');
  });

  it('are shown when the popup comes back into sight while they run', async () => {
    const popup = await openOn('stranger', diagnosisOf('running', Date.now()));
    await popup.user.click(button('Back'));
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    expect(title()).toContain('Another program answers');
    hidden.mockReturnValue(false);
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    expect(title()).toBe('Diagnostics');
  });
});

describe('the way back', () => {
  it('is the Escape key: a page at a time, and from the first one out', async () => {
    const { main, user } = await openOn('stranger', diagnosisOf('ended', Date.now()));
    await user.click(button('Report'));
    await user.keyboard('{Escape}');
    expect(title()).toBe('Diagnostics');
    expect(focused()).toBe('Report');
    await user.keyboard('{Escape}');
    expect(title()).toContain('Another program answers');
    expect(focused()).toBe('Run diagnostics');
    expect(main.actions.some(({ type }) => type === 'hide')).toBe(false);
    await user.keyboard('{Escape}');
    expect(main.actions.at(-1)).toEqual({ type: 'hide' });
  });

  it('is a button on every page, and beside it the way out', async () => {
    const { main, user } = await openOn('stranger', diagnosisOf('ended', Date.now()));
    await user.click(button('Report'));
    await user.click(screen.getAllByRole('button', { name: 'Back' })[0] ?? document.body);
    expect(title()).toBe('Diagnostics');
    await user.click(button('Close'));
    expect(main.actions.at(-1)).toEqual({ type: 'hide' });
    await user.click(button('Back'));
    expect(title()).toContain('Another program answers');
  });
});
