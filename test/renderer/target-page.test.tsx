import axe from 'axe-core';
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { pastOf, withPast } from './pasts.ts';
import { mainProcess, openPopup, type OpenPopup } from './popup.tsx';
import { snapshotOf } from './states.ts';

const NOW = Date.parse('2026-11-22T09:40:00Z');

const title = (): string | null => screen.getByRole('heading', { level: 1 }).textContent;
const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const rows = (): readonly (string | null)[] =>
  within(screen.getByRole('region', { name: 'Other proxies' }))
    .getAllByRole('listitem')
    .map((row) => row.textContent);

async function openSeveral(): Promise<OpenPopup> {
  const snapshot = withPast(snapshotOf(['healthy', 'signed-out', 'paused', 'not-running'], NOW), 'one-year');
  return openPopup(mainProcess(snapshot, { past: (span) => pastOf('one-year', span, NOW) }));
}

describe('the other proxies', () => {
  it('are counted in the header, and stand with the worst first', async () => {
    await openSeveral();
    expect(title()).toBe('Claude is signed out');
    expect(screen.getByText(/^2 of 4 proxies are down · localhost:8001/)).toBeDefined();
    expect(rows()).toEqual(['localhost:8003Down', 'localhost:8000Healthy', 'localhost:8002Paused']);
  });

  it('lead to all that is known of each, and back, by the keyboard', async () => {
    const { user, element } = await openSeveral();
    button('localhost:8000: Healthy').focus();
    await user.keyboard('{Enter}');
    expect(title()).toBe('Everything is healthy');
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
    expect(screen.getByRole('region', { name: 'Components' }).textContent).toContain('Claude CLI');
    const { violations } = await axe.run(element, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations).toEqual([]);
    await user.keyboard('{Escape}');
    expect(title()).toBe('Claude is signed out');
    expect(document.activeElement).toBe(button('localhost:8000: Healthy'));
  });

  it('are paused, resumed and diagnosed one by one', async () => {
    const { user, main } = await openSeveral();
    await user.click(button('localhost:8003: Down'));
    await user.click(button('Pause'));
    await user.click(button('Back'));
    await user.click(button('localhost:8002: Paused'));
    await user.click(button('Resume'));
    await user.click(button('Run diagnostics'));
    expect(main.actions.filter(({ type }) => /pause|resume|diagnose/.test(type))).toEqual([
      { type: 'pause', target: 'target-8003' },
      { type: 'resume', target: 'target-8002' },
      { type: 'diagnose', target: 'target-8002' },
    ]);
    expect(title()).toBe('Diagnostics');
  });

  it('lead to their own history, and back to themselves', async () => {
    const { user } = await openSeveral();
    await user.click(button('localhost:8000: Healthy'));
    await user.click(button('Availability: show the history'));
    expect(title()).toBe('History');
    await user.keyboard('{Escape}');
    expect(title()).toBe('Everything is healthy');
    expect(document.activeElement).toBe(button('Availability: show the history'));
  });

  it('say so where one is watched no more', async () => {
    const { user, main } = await openSeveral();
    await user.click(button('localhost:8003: Down'));
    main.push(snapshotOf(['healthy', 'signed-out'], NOW, 2));
    expect(title()).toBe('Other proxies');
  });
});
