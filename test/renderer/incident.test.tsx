import axe from 'axe-core';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../core/contract.ts';
import { pastOf, withPast } from './pasts.ts';
import { mainProcess, openPopup, type OpenPopup } from './popup.tsx';
import { snapshotOf } from './states.ts';

const NOW = Date.parse('2026-11-22T09:40:00Z');

const title = (): string | null => screen.getByRole('heading', { level: 1 }).textContent;
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const note = (): HTMLElement => screen.getByRole('textbox', { name: 'Your note' });

async function openHome(obeys = true, refuses: readonly Action['type'][] = []): Promise<OpenPopup> {
  const snapshot = withPast(snapshotOf(['healthy'], NOW), 'one-year');
  return openPopup(
    mainProcess(snapshot, {
      past: (span) => pastOf('one-year', span, NOW),
      refuses: obeys ? refuses : ['note-incident'],
    }),
  );
}

async function openIncident(headline: RegExp, obeys = true): Promise<OpenPopup> {
  const popup = await openHome(obeys);
  await popup.user.click(button('Availability: show the history'));
  await popup.user.click(button(headline));
  return popup;
}

describe('an incident', () => {
  it('tells why, what happened when, and what was found', async () => {
    const { element } = await openIncident(/^Claude is signed out/);
    expect(title()).toBe('Claude is signed out');
    const steps = within(screen.getByRole('region', { name: 'What happened' })).getAllByRole('listitem');
    expect(steps.map((step) => step.firstChild?.textContent)).toEqual([
      'It began',
      'Sure after 3 s',
      'You were notified',
      'It helped: Open a terminal and sign in',
      'It was well again',
      'You were told of its end',
    ]);
    expect(element.querySelector('time')?.dateTime).toBe('2026-11-22T00:40:00.000Z');
    expect(screen.getByRole('region', { name: 'What was found' }).textContent).toContain('not signed in');
    const { violations } = await axe.run(element, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations).toEqual([]);
  });

  it('is gone through moment by moment, from its beginning', async () => {
    await openIncident(/^Claude is signed out/);
    await act(() => Promise.resolve());
    const slider = screen.getByRole<HTMLInputElement>('slider', { name: 'Moment by moment' });
    const spoken = (value: number): string | null => {
      fireEvent.change(slider, { target: { value } });
      return slider.getAttribute('aria-valuetext');
    };
    expect([slider.value, slider.max]).toEqual(['60', '120']);
    expect(slider.getAttribute('aria-valuetext')).toBe('Claude is signed out, as it began · confirming…');
    expect(spoken(0)).toBe('Healthy, 1 min before it began');
    expect(spoken(75)).toBe('Claude is signed out, 15 s after it began');
    expect(spoken(101)).toBe('Healthy, 41 s after it began · confirming…');
    expect(screen.getByRole('region', { name: 'Moment by moment' }).textContent).toContain('Healthy');
  });

  it('has no moments to go through where nothing was recorded', async () => {
    const { user } = await openHome(true, ['read-recording']);
    await user.click(button('Availability: show the history'));
    await user.click(button(/^Claude is signed out/));
    await act(() => Promise.resolve());
    expect(screen.queryByRole('slider')).toBeNull();
  });

  it.each([
    ['Copy', 'copy-incident'],
    ['Save recording…', 'save-recording'],
  ] as const)('is handed on: %s', async (name, type) => {
    const { main, user } = await openIncident(/^Claude is signed out/);
    await user.click(button(name));
    expect(main.actions.at(-1)).toEqual({ type, target: 'target-8000', startedAt: NOW - 9 * 3_600_000 });
  });

  it('says so when no more is known of it', async () => {
    const { user } = await openHome();
    await user.click(button(/^Last incident: /));
    expect(title()).toBe('Last incident');
    expect(screen.getByText('No more is known of this incident.')).toBeDefined();
  });
});

describe('the note', () => {
  it('is kept on leaving the field, and says so', async () => {
    const { main, user } = await openIncident(/^Port 8000/);
    await user.type(note(), 'It was a test server.');
    await user.tab();
    expect(main.actions.filter(({ type }) => type === 'note-incident')).toEqual([
      { type: 'note-incident', target: 'target-8000', incident: 'incident-0', note: 'It was a test server.' },
    ]);
    expect(screen.getByRole('status').textContent).toBe('Note kept');
  });

  it('is kept on leaving the page', async () => {
    const { main, user } = await openIncident(/^Port 8000/);
    await user.type(note(), 'x');
    await user.keyboard('{Escape}{Escape}');
    expect(title()).toBe('History');
    expect(main.actions.filter(({ type }) => type === 'note-incident')).toHaveLength(1);
  });

  it('says so when it cannot be kept', async () => {
    const { user } = await openIncident(/^Port 8000/, false);
    await user.type(note(), 'x');
    await user.tab();
    expect(screen.getAllByText('The note could not be kept.').length).toBeGreaterThan(0);
  });

  it('is no longer than what is kept', async () => {
    await openIncident(/^Port 8000/);
    expect(note().getAttribute('maxlength')).toBe('500');
  });
});

describe('the way back', () => {
  it('leads from an incident to where it was come from, and the focus to where it was', async () => {
    const { user } = await openIncident(/^Port 8000/);
    await user.keyboard('{Escape}');
    expect(title()).toBe('History');
    await act(() => Promise.resolve());
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Port 8000/);
    await user.keyboard('{Escape}');
    expect(title()).toBe('Everything is healthy');
    expect(document.activeElement).toBe(button('Availability: show the history'));
    await user.click(button(/^Last incident: /));
    await user.keyboard('{Escape}');
    expect(title()).toBe('Everything is healthy');
    expect(document.activeElement).toBe(button(/^Last incident: /));
  });
});
