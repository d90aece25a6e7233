import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { mainProcess, openIn, openPopup } from './popup.tsx';
import { snapshotOf } from './states.ts';

describe('what the popup asks of the main process', () => {
  it('checks at once, from the header and from the footer', async () => {
    const { main, user } = await openIn('healthy');
    for (const button of screen.getAllByRole('button', { name: 'Check now' })) {
      // One press after the other, as a hand does it.
      // oxlint-disable-next-line no-await-in-loop
      await user.click(button);
    }
    expect(main.actions).toEqual([{ type: 'check-now' }, { type: 'check-now' }]);
  });

  it('pauses and resumes the target that is shown', async () => {
    const { main, user } = await openIn('healthy');
    await user.click(screen.getByRole('button', { name: 'Pause' }));
    main.push(snapshotOf(['paused'], Date.now(), 2));
    expect(screen.queryByRole('button', { name: 'Check now' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Resume' }));
    expect(main.actions).toEqual([
      { type: 'pause', target: 'target-8000' },
      { type: 'resume', target: 'target-8000' },
    ]);
  });

  it('hides on Escape', async () => {
    const { main, user } = await openIn('healthy');
    await user.keyboard('{Escape}');
    expect(main.actions).toEqual([{ type: 'hide' }]);
  });

  it('opens a page by its name', async () => {
    const { main, user } = await openIn('cli-missing');
    await user.click(screen.getByRole('button', { name: 'Open: Read the installation guide' }));
    expect(main.actions).toEqual([{ type: 'open', link: 'install-guide' }]);
  });

  it('is complete with the keyboard alone', async () => {
    const { main, user } = await openIn('signed-out');
    const reached: string[] = [];
    for (let press = 0; press < 5; press += 1) {
      // oxlint-disable-next-line no-await-in-loop
      await user.tab();
      reached.push(document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
    }
    expect(reached).toEqual(['Check now', expect.any(String), 'Copy: claude auth login', 'Check now', 'Pause']);
    await user.keyboard('{Enter}');
    expect(main.actions).toEqual([{ type: 'pause', target: 'target-8000' }]);
  });
});

describe('copying a command', () => {
  it('names the command, and says to eye and ear that it is copied', async () => {
    const { main, user } = await openIn('signed-out');
    await user.click(screen.getByRole('button', { name: 'Copy: claude auth login' }));
    expect(main.actions).toEqual([{ type: 'copy', command: 'sign-in' }]);
    expect(screen.getByRole('button', { name: 'Copied' })).toBeDefined();
    expect(screen.getByRole('status').textContent).toBe('Copied');
  });

  it('offers to copy again after a moment', async () => {
    const { user } = await openIn('signed-out');
    await user.click(screen.getByRole('button', { name: 'Copy: claude auth login' }));
    const again = await screen.findByRole('button', { name: 'Copy: claude auth login' }, { timeout: 10_000 });
    expect(again).toBeDefined();
  });

  it('says so when it failed', async () => {
    const { user } = await openPopup(mainProcess(snapshotOf(['signed-out'], Date.now()), { obeys: false }));
    await user.click(screen.getByRole('button', { name: 'Copy: claude auth login' }));
    expect(screen.getByRole('button', { name: 'Failed' })).toBeDefined();
    expect(screen.getByRole('status').textContent).toBe('Failed');
  });
});
