import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../core/snapshot.ts';
import { mainProcess, openIn, openPopup } from './popup.tsx';
import { snapshotOf, type StateName } from './states.ts';

const NOW = Date.now();
const snapshot = (state: StateName, seq: number): Snapshot => snapshotOf([state], NOW, seq);
const spoken = (): string | null => screen.getByRole('status').textContent;

describe('a step that was used', () => {
  it('is watched, told to have failed with what comes next, and told to have helped: each spoken once', async () => {
    const { main } = await openIn('signed-out');
    main.push(snapshot('watching', 2));
    expect(spoken()).toBe('Watching whether it helps…');
    main.push(snapshot('still-failing', 3));
    expect(spoken()).toContain('Still failing. Next:');
    const words = screen.getByRole('status').firstElementChild;
    main.push(snapshot('still-failing', 4));
    expect(screen.getByRole('status').firstElementChild).toBe(words);
    main.push(snapshot('fixed', 5));
    expect(spoken()).toBe('Everything is healthy. Fixed after 8 s');
  });

  it('stays silent on what was so before the popup was opened', async () => {
    await openIn('still-failing');
    expect(spoken()).toBe('');
  });

  it('shows the good news above all the rest, until it is none any more', async () => {
    const { main } = await openIn('fixed');
    expect(screen.getByRole('main').firstElementChild?.textContent).toBe('Fixed after 8 s');
    main.push(snapshot('healthy', 2));
    expect(screen.queryByText('Fixed after 8 s')).toBeNull();
  });

  it('is marked where it helped the last time', async () => {
    const worked = snapshotOf(['signed-out'], NOW, 1, { worked: { 'signed-out': 'sign-in' } });
    await openPopup(mainProcess(worked));
    const [first] = within(screen.getByRole('region', { name: 'Sign in to Claude again' })).getAllByRole('listitem');
    expect(first?.textContent).toContain('Worked last time');
    expect(screen.getAllByText('Worked last time')).toHaveLength(1);
  });
});
