import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mainProcess, openPopup, type OpenPopup } from './popup.tsx';
import { snapshotOf } from './states.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const measured = ({ main }: OpenPopup): number => main.actions.filter(({ type }) => type === 'measure').length;
const pass = (ms: number): Promise<void> => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
const press = (name: string): void => act(() => screen.getByRole('button', { name }).click());

async function openAbout(): Promise<OpenPopup> {
  const popup = await openPopup(mainProcess(snapshotOf(['healthy'], Date.now())));
  press('Settings');
  press('About Pilot Light');
  await pass(0);
  return popup;
}

function hide(isHidden: boolean): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(isHidden);
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
}

describe('what the program costs', () => {
  it('is measured at once and every two seconds while the page is looked at', async () => {
    const popup = await openAbout();
    expect(popup.element.textContent).toContain('150 MB · 3 processes');
    await pass(4_000);
    expect(measured(popup)).toBe(3);
    expect(popup.element.textContent).toContain('of one core');
  });

  it('is measured no more once the page is left', async () => {
    const popup = await openAbout();
    press('Back');
    await pass(60_000);
    expect(measured(popup)).toBe(1);
  });

  it('is not measured while nobody can see it', async () => {
    const popup = await openAbout();
    hide(true);
    await pass(60_000);
    expect(measured(popup)).toBe(1);
    hide(false);
    await pass(0);
    expect(measured(popup)).toBe(2);
  });
});
